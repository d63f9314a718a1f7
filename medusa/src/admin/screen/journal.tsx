import type { JournalEntryRead } from '../../modules/traceability/audit-log/journal.ts';
import { useWords } from '../i18n/words.ts';
import { useStaffNames } from '../server/staff-names.ts';
import { Listing } from './listing.tsx';
import { journalDetail } from './journal-detail.ts';
import { Nothing, Section } from './screen.tsx';

/** Who did what when, the latest first. */
export function Journal(props: { entries: readonly JournalEntryRead[] }) {
  const words = useWords();
  const { journal } = words.page;
  const nameOf = useStaffNames();
  const whoOf = (actor: string) => {
    if (actor === 'consumer') return journal.consumer;
    return actor.startsWith('apk_') ? journal.program : nameOf(actor);
  };
  const placeOf = ({ lot, range, index, detail }: JournalEntryRead) => {
    const { first, last } = detail as { first?: unknown; last?: unknown };
    const part =
      index !== null
        ? journal.stamp(index)
        : typeof first === 'number' && typeof last === 'number'
          ? journal.parts(first, last)
          : null;
    return [lot && words.lots.one(lot), range !== null && journal.range(range), part]
      .filter(Boolean)
      .join(', ');
  };
  return (
    <Section title={journal.title}>
      {props.entries.length === 0 ? (
        <Nothing>{journal.empty}</Nothing>
      ) : (
        <Listing
          name={journal.title}
          rows={props.entries.map((entry, at) => ({ ...entry, at: entry.at, line: at }))}
          keyOf={({ line }) => line}
          columns={[
            { head: journal.when, short: true, cell: ({ at }) => words.figures.moment(at) },
            { head: journal.what, cell: ({ action }) => journal.actions[action] ?? action },
            { head: journal.where, cell: placeOf },
            { head: journal.detail, cell: ({ detail }) => journalDetail(detail, words) },
            { head: journal.who, cell: ({ actor }) => whoOf(actor) },
          ]}
        />
      )}
    </Section>
  );
}
