import { useState, type ComponentProps } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { TextField } from './field.tsx';
import { sayNumberFault, typedWhole, type NumberProblem, type WholeBounds } from './typed-whole.ts';

/**
 * A field for a whole number. Below it stands how it was understood where that is not plain ('1.000'), or
 * what is wrong with it, as soon as the field is left.
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
  const [left, setLeft] = useState<string>('');
  const read = typedWhole(left, bounds);
  const own = left === '' || read.ok ? undefined : sayNumberFault(read.problem, messages);
  const given = typeof problem === 'object' ? sayNumberFault(problem, messages) : problem;
  const understood =
    read.ok && left !== '' && left !== String(read.value)
      ? messages.page.number.understood(messages.figures.number(read.value))
      : undefined;
  return (
    <TextField
      {...field}
      inputMode="numeric"
      autoComplete="off"
      hint={[hint, understood].filter(Boolean).join(' ') || undefined}
      problem={own ?? given}
      onBlur={({ target }) => setLeft(target.value.trim())}
    />
  );
}
