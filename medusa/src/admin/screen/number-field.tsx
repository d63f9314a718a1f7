import { useState, type ComponentProps } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { TextField } from './field.tsx';
import { sayNumberFault, typedWhole, type NumberProblem, type WholeBounds } from './typed-whole.ts';

/**
 * A field for a whole number. While it is typed the line below says how it is understood where that is not
 * plain ('1.000'). What is wrong is said when the form is sent: words that come or go as the field is left
 * would move the button away from under the pointer.
 */
export function NumberField({
  bounds = {},
  problem,
  hint,
  ...field
}: Omit<ComponentProps<typeof TextField>, 'problem' | 'defaultValue'> & {
  bounds?: WholeBounds;
  defaultValue?: number | undefined;
  /** What the form, or the server, says is wrong. */
  problem?: NumberProblem | string | undefined;
}) {
  const messages = useMessages();
  const [typed, setTyped] = useState('');
  const read = typedWhole(typed, bounds);
  const understood =
    read.ok && typed !== String(read.value)
      ? messages.page.number.understood(messages.figures.number(read.value))
      : undefined;
  return (
    <TextField
      {...field}
      inputMode="numeric"
      autoComplete="off"
      hint={[hint, understood].filter(Boolean).join(' ') || undefined}
      problem={typeof problem === 'object' ? sayNumberFault(problem, messages) : problem}
      onChange={({ target }) => setTyped(target.value.trim())}
    />
  );
}
