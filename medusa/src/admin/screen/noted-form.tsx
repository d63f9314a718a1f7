import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../i18n/messages.ts';
import type { Refusal } from '../server/ask.ts';
import { LongTextField } from './field.tsx';
import { Form, type TypedIn } from './form.tsx';
import { useSure } from './sure.ts';

/** The longest note that the audit log takes. */
const MOST_LETTERS = 500;

/**
 * A form for what is written down with a reason: a note is needed, then one more question, then it is done.
 * @param of what else was typed: what to send, or how many fields are not right
 */
export function NotedForm<Request>(props: {
  act: UseMutationResult<unknown, Refusal, Request>;
  submit: string;
  danger?: boolean;
  note: { label: string; hint: string };
  of: (note: string, typed: TypedIn) => { send: Request } | { problems: number };
  /** What is asked before it is sent; without it nothing is asked. */
  ask?: (send: Request) => { title: string; description: string; confirm: string };
  close: () => void;
  children?: ReactNode;
}) {
  const { page } = useMessages();
  const sure = useSure();
  const [empty, setEmpty] = useState(false);
  const [others, setOthers] = useState(0);
  const { act, ask, danger = false } = props;
  return (
    <Form
      submit={props.submit}
      danger={danger}
      busy={act.isPending}
      problems={others + Number(empty)}
      refusal={act.error}
      onCancel={props.close}
      onSubmit={async (typed) => {
        const note = typed('note');
        const read = props.of(note, typed);
        setEmpty(note === '');
        setOthers('problems' in read ? read.problems : 0);
        if (note === '' || 'problems' in read) return;
        if (ask && !(await sure({ ...ask(read.send), danger }))) return;
        act.mutate(read.send);
      }}
    >
      {props.children}
      <LongTextField
        label={props.note.label}
        name="note"
        required
        maxLength={MOST_LETTERS}
        hint={props.note.hint}
        problem={empty ? page.required : undefined}
      />
    </Form>
  );
}
