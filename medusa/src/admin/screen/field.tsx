import { Hint, Input, Label, Textarea } from '@medusajs/ui';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { useMessages } from '../i18n/messages.ts';

interface Around {
  label: string;
  name: string;
  hint?: string | undefined;
  /** What is wrong with what was typed. */
  problem?: string | undefined;
  required?: boolean | undefined;
}

/** What binds a control to its label, its hint and its problem for screen readers. */
interface Bound {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** A labelled control with its hint, and its problem below it in words. */
export function Field(props: Around & { children: (bound: Bound) => ReactNode }) {
  const messages = useMessages();
  const id = useId();
  const { hint, problem } = props;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">
        {props.label}
        {!props.required && (
          <span className="text-ui-fg-subtle font-normal"> ({messages.page.optional})</span>
        )}
      </Label>
      {props.children({
        id,
        name: props.name,
        'aria-describedby': described || undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {hint && (
        <Hint id={`${id}-hint`} className="text-ui-fg-subtle">
          {hint}
        </Hint>
      )}
      {problem && (
        <Hint id={`${id}-problem`} variant="error">
          {problem}
        </Hint>
      )}
    </div>
  );
}

type Native = Omit<ComponentProps<'input'>, 'size' | 'name' | 'required'>;

export function TextField({ label, name, hint, problem, required, ...input }: Around & Native) {
  return (
    <Field {...{ label, name, hint, problem, required }}>
      {(bound) => <Input {...input} {...bound} aria-required={required} />}
    </Field>
  );
}

export function LongTextField({
  label,
  name,
  hint,
  problem,
  required,
  ...area
}: Around & Omit<ComponentProps<'textarea'>, 'name' | 'required'>) {
  return (
    <Field {...{ label, name, hint, problem, required }}>
      {(bound) => <Textarea {...area} {...bound} aria-required={required} />}
    </Field>
  );
}

/** The browser's own list: quick with a keyboard, known to every screen reader. */
export function ChoiceField({
  label,
  name,
  hint,
  problem,
  choices,
  ...select
}: Around &
  Omit<ComponentProps<'select'>, 'name' | 'required'> & {
    choices: readonly (readonly [value: string, label: string])[];
  }) {
  return (
    <Field {...{ label, name, hint, problem }} required>
      {(bound) => (
        <select
          {...select}
          {...bound}
          className="bg-ui-bg-field shadow-borders-base txt-compact-small text-ui-fg-base focus-visible:shadow-borders-interactive-with-active h-8 w-full rounded-md px-2 outline-none"
        >
          {choices.map(([value, said]) => (
            <option key={value} value={value}>
              {said}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
