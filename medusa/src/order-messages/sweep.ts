/**
 * Looks through the orders that changed of late for what their buyers are to be told. Events would be quicker and
 * are not enough: after a crash `order.placed` is never emitted, and one that is emitted is lost with its process.
 */
import type { MedusaContainer } from '@medusajs/framework/types';
import { dueMessages, TELL_WITHIN_DAYS } from '@ocop/rules/order-messages';
import { ORDER_MESSAGES } from '../modules/order-messages/index.ts';
import type { OrderMessagesService } from '../modules/order-messages/service.ts';
import { readHistories } from './order-history.ts';
import { rowsIn, type Rows } from './rows.ts';

/** Orders judged with one question. */
const BATCH = 100;

/**
 * What was seen is seen again for so long: rows are dated before they are committed, and by the clocks of several
 * processes.
 */
const OVERLAP_MS = 10 * 60_000;

/** How often everything that changed in the last days is seen again, for clocks that are further apart than that. */
const ALL_EVERY_MS = 60 * 60_000;

const DAY_MS = 24 * 60 * 60_000;

interface Change {
  order_id: string;
  /** As PostgreSQL writes it: a Date has no microseconds, and would find its own row again. */
  changed_at: string;
  /** The same in milliseconds since 1970. */
  ms: number;
}

/**
 * A parcel, a payment and the order itself are changed each by itself. Found by the indexes of
 * migration-scripts/index-order-changes.ts, which know the time alone: the first condition of each is for them. Nine
 * values: three times the time, the time, and the order to go on after.
 */
export const changedOrders = `
  select order_id, changed_at::text as changed_at, (extract(epoch from changed_at) * 1000)::float8 as ms from (
    (select id as order_id, updated_at as changed_at from "order"
     where updated_at >= ?::timestamptz and (updated_at, id) > (?::timestamptz, ?)
     order by updated_at, id limit ${BATCH})
    union all
    (select l.order_id, f.updated_at from fulfillment f
     join order_fulfillment l on l.fulfillment_id = f.id and l.deleted_at is null
     where f.updated_at >= ?::timestamptz and (f.updated_at, l.order_id) > (?::timestamptz, ?)
     order by f.updated_at, l.order_id limit ${BATCH})
    union all
    (select l.order_id, c.updated_at from payment_collection c
     join order_payment_collection l on l.payment_collection_id = c.id and l.deleted_at is null
     where c.updated_at >= ?::timestamptz and (c.updated_at, l.order_id) > (?::timestamptz, ?)
     order by c.updated_at, l.order_id limit ${BATCH})
  ) changed order by changed.changed_at, order_id limit ${BATCH}`;

/** What a sweep came to. */
export interface Swept {
  /** Orders looked at. */
  seen: number;
  /** Messages that are to be sent now. */
  added: number;
}

/**
 * Notes what is to be told. Two sweeps at once note each message once. A sweep that breaks off is made good by the
 * next, which begins where the last whole one ended.
 */
export async function sweepOrders(container: MedusaContainer, now = Date.now()): Promise<Swept> {
  const outbox = container.resolve<OrderMessagesService>(ORDER_MESSAGES);
  const rows = rowsIn(container);
  const mark = await outbox.sweepMark();
  const since = new Date(mark.since).getTime();
  const seenUntil = new Date(mark.seenUntil).getTime();
  const allOfLate = now - new Date(mark.allSeenAt).getTime() >= ALL_EVERY_MS;
  const from = allOfLate
    ? Math.min(seenUntil, now) - TELL_WITHIN_DAYS * DAY_MS
    : Math.min(seenUntil, now) - OVERLAP_MS;
  const swept: Swept = { seen: 0, added: 0 };
  let after: Cursor = { at: new Date(Math.max(from, since - OVERLAP_MS)).toISOString(), orderId: '' };
  let latest = seenUntil;
  for (;;) {
    const batch = await changesAfter(rows, after);
    const last = batch.at(-1);
    if (!last) break;
    after = { at: last.changed_at, orderId: last.order_id };
    latest = Math.max(latest, last.ms);
    const ids = [...new Set(batch.map(({ order_id }) => order_id))];
    const histories = await readHistories(rows, ids);
    const known = await outbox.kindsOf(ids);
    const due = [...histories].flatMap(([orderId, history]) =>
      dueMessages(history, known.get(orderId) ?? new Set(), { now, since }).map((kind) => ({
        orderId,
        kind,
      })),
    );
    swept.seen += ids.length;
    swept.added += await outbox.add(due);
  }
  // Never past this moment: an order dated ahead by a wrong clock would hide all that follow.
  const end = Math.min(now, latest);
  await outbox.markSwept(new Date(end), new Date(allOfLate ? now : mark.allSeenAt));
  return swept;
}

interface Cursor {
  at: string;
  orderId: string;
}

function changesAfter(rows: Rows, { at, orderId }: Cursor): Promise<Change[]> {
  const from = [at, at, orderId];
  return rows<Change>(changedOrders, [...from, ...from, ...from]);
}
