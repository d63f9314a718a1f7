import { Button } from '@medusajs/ui';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useMessages } from '../i18n/messages.ts';
import type { Refusal } from '../server/ask.ts';
import { Refused } from './query-result.tsx';

/** What a person typed, by the names of the fields; nothing typed is ''. */
export type TypedIn = (name: string) => string;

/**
 * A form that keeps what was typed until it is taken. The first field with a problem gets the focus,
 * and what the server refused is said above the button.
 */
export function Form(props: {
  onSubmit: (typed: TypedIn, form: FormData) => void;
  submit: string;
  busy?: boolean;
  danger?: boolean;
  /** How many fields are not right. */
  problems?: number;
  refusal?: Refusal | null;
  onCancel?: () => void;
  /** What else may be done, beside the button. */
  beside?: ReactNode;
  children: ReactNode;
}) {
  const messages = useMessages();
  const form = useRef<HTMLFormElement>(null);
  const { problems = 0 } = props;
  useEffect(() => {
    if (problems > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A form in a drawer lies inside another in React's tree, not on the page.
    event.stopPropagation();
    const data = new FormData(event.currentTarget);
    props.onSubmit((name) => String(data.get(name) ?? '').trim(), data);
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-y-4">
      {props.children}
      {problems > 0 && (
        <p role="alert" className="txt-compact-small text-ui-fg-error">
          {messages.page.fixFields(problems)}
        </p>
      )}
      {props.refusal && <Refused refusal={props.refusal} />}
      {/* What cannot be undone stands apart from the way out. */}
      <div className={`flex flex-wrap gap-2 ${props.danger ? 'flex-row-reverse justify-between' : ''}`}>
        <Button type="submit" variant={props.danger ? 'danger' : 'primary'} isLoading={props.busy ?? false}>
          {props.submit}
        </Button>
        {props.onCancel && (
          <Button type="button" variant="secondary" onClick={props.onCancel}>
            {messages.page.cancel}
          </Button>
        )}
        {props.beside}
      </div>
    </form>
  );
}
