import { useState } from 'react';
import type { StampExceptionKind } from '@ocop/rules/stamps/stamp-state';
import type { StampHistory } from '../../modules/traceability/stamps/history.ts';
import { useMessages } from '../i18n/messages.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { ChoiceField } from '../screen/field.tsx';
import { NotedForm } from '../screen/noted-form.tsx';
import { Listing } from '../screen/listing.tsx';
import { Nothing, Section } from '../screen/screen.tsx';
import { Badge } from '../screen/state.tsx';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';

const kinds = ['sold', 'frozen', 'expired', 'recalled', 'reported', 'voided'] as const;

/** What was noted for this stamp alone, and noting more. */
export function Exceptions({ stamp }: { stamp: StampHistory }) {
  const { stamps, page, figures } = useMessages();
  return (
    <Section
      title={stamps.exceptions}
      actions={
        <ButtonDrawer button={stamps.add} title={stamps.exceptions}>
          {(close) => <NoteForm code={stamp.code} close={close} />}
        </ButtonDrawer>
      }
    >
      {stamp.exceptions.length === 0 ? (
        <Nothing>{stamps.noExceptions}</Nothing>
      ) : (
        <Listing
          name={stamps.exceptions}
          rows={stamp.exceptions}
          keyOf={({ kind, since }) => `${kind}-${since}`}
          columns={[
            {
              head: stamps.kind,
              cell: ({ kind, endedAt }) => (
                <Badge colour={endedAt === null ? 'orange' : 'grey'}>{stamps.kinds[kind]}</Badge>
              ),
            },
            { head: stamps.note, cell: ({ note }) => note ?? page.none },
            { head: stamps.since, short: true, cell: ({ since }) => figures.moment(since) },
            {
              head: stamps.until,
              cell: ({ kind, endedAt }) => {
                if (endedAt !== null) return figures.moment(endedAt);
                // A void stamp stays void: there is nothing to press.
                return kind === 'voided' ? stamps.inForce : <End code={stamp.code} kind={kind} />;
              },
            },
          ]}
        />
      )}
    </Section>
  );
}

/** Freezes the stamp while staff look into it, or ends that. */
export function Freeze({ stamp }: { stamp: StampHistory }) {
  const { stamps } = useMessages();
  const { code, exceptions } = stamp;
  const frozen = exceptions.some(({ kind, endedAt }) => kind === 'frozen' && endedAt === null);
  const button = frozen ? stamps.unfreeze : stamps.freeze;
  return (
    <ButtonDrawer key={button} button={button} title={button}>
      {(close) =>
        frozen ? (
          <EndForm code={code} kind="frozen" close={close} />
        ) : (
          <NoteForm code={code} close={close} start="frozen" />
        )
      }
    </ButtonDrawer>
  );
}

export function NoteForm(props: { code: string; close: () => void; start?: StampExceptionKind }) {
  const { stamps } = useMessages();
  const [kind, setKind] = useState<StampExceptionKind>(props.start ?? 'sold');
  const note = useChange(
    (body: { kind: StampExceptionKind; note: string }) =>
      ask(`${TRACEABILITY}/stamps/${encodeURIComponent(props.code)}/exceptions`, body),
    { said: stamps.added, quiet: true, done: props.close },
  );
  const said = stamps.kinds[kind];
  return (
    <NotedForm
      act={note}
      submit={stamps.add}
      danger={kind === 'voided'}
      note={{ label: stamps.note, hint: stamps.noteHint }}
      of={(text) => ({ send: { kind, note: text } })}
      ask={() => ({
        title: said,
        description: kind === 'voided' ? stamps.voidPrompt : stamps.addPrompt(said, stamps.kindHints[kind]),
        confirm: stamps.add,
      })}
      close={props.close}
    >
      <ChoiceField
        label={stamps.kind}
        name="kind"
        value={kind}
        onChange={({ target }) => setKind(target.value as StampExceptionKind)}
        hint={stamps.kindHints[kind]}
        choices={kinds.map((one) => [one, stamps.kinds[one]])}
      />
    </NotedForm>
  );
}

function End({ code, kind }: { code: string; kind: StampExceptionKind }) {
  const { stamps } = useMessages();
  return (
    <ButtonDrawer button={stamps.end} title={stamps.endTitle(stamps.kinds[kind])}>
      {(close) => <EndForm code={code} kind={kind} close={close} />}
    </ButtonDrawer>
  );
}

function EndForm(props: { code: string; kind: StampExceptionKind; close: () => void }) {
  const { stamps } = useMessages();
  const end = useChange(
    (note: string) =>
      ask(`${TRACEABILITY}/stamps/${encodeURIComponent(props.code)}/exceptions/${props.kind}/end`, { note }),
    { said: stamps.ended, quiet: true, done: props.close },
  );
  return (
    <NotedForm
      act={end}
      submit={stamps.end}
      note={{ label: stamps.note, hint: stamps.noteHint }}
      of={(note) => ({ send: note })}
      close={props.close}
    />
  );
}
