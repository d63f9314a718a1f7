import type { NoteEntry, ProducerStatement } from '@ocop/contract/producer-statements';
import { useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { Choices } from '../screen/filter.tsx';
import { NotedForm } from '../screen/noted-form.tsx';
import { NumberField } from '../screen/number-field.tsx';
import { typedWhole, type NumberProblem } from '../screen/typed-whole.ts';
import { ask } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';

/** Where statements are kept. */
export const STATEMENTS = '/admin/producer-statements';

const kinds = ['paid-out', 'fee'] as const;
const entriesOf = (producer: string) => `${STATEMENTS}/${encodeURIComponent(producer)}/entries`;

/** Notes a fee, or money that was paid to a producer. */
export function NoteEntryButton(props: { producer: { id: string; name: string }; month: string }) {
  const { statements } = useMessages();
  return (
    <ButtonDrawer button={statements.note} title={`${statements.note}: ${props.producer.name}`}>
      {(close) => <NoteEntryForm {...props} close={close} />}
    </ButtonDrawer>
  );
}

function NoteEntryForm({
  producer,
  month,
  close,
}: {
  producer: { id: string };
  month: string;
  close: () => void;
}) {
  const { statements } = useMessages();
  // Drawn once for this form: pressed twice, or sent again after no answer, it is noted once.
  const [id] = useState(() => crypto.randomUUID());
  const [kind, choose] = useState<NoteEntry['kind']>('paid-out');
  const [problem, setProblem] = useState<NumberProblem>();
  const note = useChange((body: NoteEntry) => ask(entriesOf(producer.id), body), {
    said: statements.noted,
    quiet: true,
    done: close,
  });
  return (
    <NotedForm
      act={note}
      submit={statements.note}
      note={{ label: statements.remark, hint: statements.remarkHint }}
      of={(remark, typed) => {
        const amount = typedWhole(typed('amount'), { least: 1 });
        setProblem(amount.ok ? undefined : amount.problem);
        return amount.ok ? { send: { id, month, kind, amount: amount.value, remark } } : { problems: 1 };
      }}
      close={close}
    >
      <Choices
        label={statements.kind}
        value={kind}
        choices={kinds.map((one) => [one, statements.kinds[one]] as const)}
        onChoose={(one) => choose(kinds.find((known) => known === one) ?? 'paid-out')}
      />
      <NumberField label={statements.amount} name="amount" required bounds={{ least: 1 }} problem={problem} />
    </NotedForm>
  );
}

/** Takes an entry back that was a mistake. */
export function TakeBackEntry(props: { producer: string; entry: ProducerStatement['entries'][number] }) {
  const { statements } = useMessages();
  return (
    <ButtonDrawer button={statements.takeBack} title={statements.takeBack}>
      {(close) => <TakeBackForm {...props} close={close} />}
    </ButtonDrawer>
  );
}

function TakeBackForm({
  producer,
  entry,
  close,
}: {
  producer: string;
  entry: ProducerStatement['entries'][number];
  close: () => void;
}) {
  const { statements } = useMessages();
  const takeBack = useChange(
    (body: { remark: string }) =>
      ask(`${entriesOf(producer)}/${encodeURIComponent(entry.id)}/take-back`, body),
    { said: statements.tookBack, quiet: true, done: close },
  );
  return (
    <NotedForm
      act={takeBack}
      submit={statements.takeBack}
      danger
      note={{ label: statements.takeBackWhy, hint: statements.takeBackHint }}
      of={(remark) => ({ send: { remark } })}
      close={close}
    />
  );
}
