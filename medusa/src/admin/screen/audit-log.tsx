import type { AuditEntryRead } from '../../modules/traceability/audit-log/audit-log.ts';
import { useMessages } from '../i18n/messages.ts';
import { useStaffNames } from '../server/staff-names.ts';
import { Listing } from './listing.tsx';
import { auditDetail } from './audit-detail.ts';
import { Nothing, Section } from './screen.tsx';

/** Who did what when, the latest first. */
export function AuditLog(props: { entries: readonly AuditEntryRead[] }) {
  const messages = useMessages();
  const { auditLog } = messages.page;
  const nameOf = useStaffNames();
  const whoOf = (actor: string) => {
    if (actor === 'consumer') return auditLog.consumer;
    return actor.startsWith('apk_') ? auditLog.program : nameOf(actor);
  };
  const placeOf = ({ lot, range, index, detail }: AuditEntryRead) => {
    const { first, last } = detail as { first?: unknown; last?: unknown };
    const segment =
      index !== null
        ? auditLog.stamp(index)
        : typeof first === 'number' && typeof last === 'number'
          ? auditLog.segment(first, last)
          : null;
    return [lot && messages.lots.one(lot), range !== null && auditLog.range(range), segment]
      .filter(Boolean)
      .join(', ');
  };
  return (
    <Section title={auditLog.title}>
      {props.entries.length === 0 ? (
        <Nothing>{auditLog.empty}</Nothing>
      ) : (
        <Listing
          name={auditLog.title}
          rows={props.entries.map((entry, at) => ({ ...entry, at: entry.at, line: at }))}
          keyOf={({ line }) => line}
          columns={[
            { head: auditLog.when, short: true, cell: ({ at }) => messages.figures.moment(at) },
            { head: auditLog.what, cell: ({ action }) => auditLog.actions[action] ?? action },
            { head: auditLog.where, cell: placeOf },
            { head: auditLog.detail, cell: ({ detail }) => auditDetail(detail, messages) },
            { head: auditLog.who, cell: ({ actor }) => whoOf(actor) },
          ]}
        />
      )}
    </Section>
  );
}
