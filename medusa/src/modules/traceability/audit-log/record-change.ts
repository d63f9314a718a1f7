import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DomainEventData, DomainEventName } from '@ocop/contract/events';
import { addToOutbox } from '../outbox/outbox.ts';
import { writeAuditLog, type AuditAction } from './audit-log.ts';

/** What the audit log calls a change; the names there are as old as its rows and stay. */
const actions = {
  'lot.registered': 'lot-registered',
  'lot.corrected': 'lot-corrected',
  'lot.shipped-beyond': 'shipped-beyond',
  'stamps.ordered': 'stamps-ordered',
  'stamps.printed': 'stamps-printed',
  'stamps.delivered': 'stamps-delivered',
  'stamps.activated': 'stamps-activated',
  'stamps.voided': 'stamps-voided',
  'stamp.exception-noted': 'exception-noted',
  'stamp.exception-ended': 'exception-ended',
  'stamp.scans-erased': 'scans-erased',
  'stamp.warning-lifted': 'warning-lifted',
  'recall.announced': 'recall-announced',
  'recall.lifted': 'recall-lifted',
  'recall.stock-cleared': 'recall-stock-cleared',
  'sale.price-kept': 'price-kept',
  'stamp.reported': 'report-received',
  'report.taken-up': 'report-taken-up',
  'report.closed': 'report-closed',
} as const satisfies Record<DomainEventName, AuditAction>;

type Payload<N extends DomainEventName> = Omit<DomainEventData<N>, 'id' | 'at' | 'actor'>;

/**
 * One change: the domain event that is published of it, and `staffOnly`, what the audit log notes
 * besides (free text of staff, which is not published).
 */
export type Change = {
  [N in DomainEventName]: { event: N; data: Payload<N>; staffOnly?: object };
}[DomainEventName];

/**
 * Records changes inside the caller's transaction: a row of the audit log and an event in the outbox
 * for each. There is no other way into either table, so that neither tells what the other does not.
 * @param actor a Medusa user or API key id, or `consumer`
 */
export async function recordChanges(
  manager: SqlEntityManager,
  actor: string,
  changes: readonly Change[],
): Promise<void> {
  await writeAuditLog(
    manager,
    changes.map(({ event, data, staffOnly }) => {
      const { lot, range, index, product: _, ...detail } = data as Partial<Record<string, unknown>>;
      return {
        actor,
        action: actions[event],
        lotCode: (lot ?? null) as string | null,
        range: (range ?? null) as number | null,
        index: (index ?? null) as number | null,
        detail: { ...detail, ...staffOnly },
      };
    }),
  );
  await addToOutbox(manager, actor, changes);
}
