/** Reads the book of money (@ocop/rules/payment/money-ledger) from what banks told, was captured and refunded. */
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { LEDGER_PAGE, type LedgerPage } from '@ocop/contract/money-ledger';
import { addDays, type PlainDate } from '@ocop/rules/date';
import type { MoneyEntry, MoneyUse, MoneyWay, OrderAccount } from '@ocop/rules/payment/money-ledger';
import { TRANSFER_PROVIDER } from './bank-transfers.ts';
import { CARD_PROVIDER } from './cards.ts';

/** The ways of the payment providers that take money otherwise than by a transfer, by Medusa's name for them. */
const ways: Readonly<Record<string, MoneyWay>> = { pp_system_default: 'cod', [CARD_PROVIDER]: 'card' };

interface EntryRow {
  id: string;
  at: Date;
  /** A provider of Medusa's, or 'transfer'. */
  way: string;
  use: MoneyUse;
  amount: string;
  order: string | null;
  source: string;
  reference: string | null;
  order_id: string | null;
  cursor: string;
}

// Transfers are told by banks; what Medusa captured for them is the same money, and is compared with it below.
const entries = `
  select b.id, b.booked_at as at, 'transfer' as way,
    case b.state when 'new' then 'unjudged' when 'settled' then 'paid' when 'doubted' then 'doubted' else
      case b.closing when 'paid-back' then 'sent-back' when 'not-ours' then 'kept' else 'repeat' end end as use,
    b.amount::text as amount, b.order_id, b.source, b.reference
  from bank_transfer b where b.booked_at >= :from and b.booked_at < :until and b.deleted_at is null
  union all
  select c.id, c.created_at, p.provider_id, 'paid', c.amount::text, l.order_id, p.provider_id, c.payment_id
  from capture c join payment p on p.id = c.payment_id and p.provider_id <> :transfers
    left join order_payment_collection l
      on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
  where c.created_at >= :from and c.created_at < :until and c.deleted_at is null
  union all
  select r.id, r.created_at, p.provider_id, 'refunded', r.amount::text, l.order_id, p.provider_id, r.payment_id
  from refund r join payment p on p.id = r.payment_id and p.provider_id <> :transfers
    left join order_payment_collection l
      on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
  where r.created_at >= :from and r.created_at < :until and r.deleted_at is null
  union all
  select t.id, coalesce(t.paid_back_at, t.created_at), 'transfer',
    case when t.paid_back_at is null then 'owed' else 'refunded' end, t.amount::text, a.order_id,
    'staff', t.remark
  from transfer_refund t join awaited_transfer a on a.id = t.awaited_id
  where coalesce(t.paid_back_at, t.created_at) >= :from and coalesce(t.paid_back_at, t.created_at) < :until
    and t.deleted_at is null`;

// A moment is told apart to the microsecond, which a Date does not hold: the cursor carries PostgreSQL's own text.
const page = `
  select e.id, e.at, e.at::text || ' ' || e.id as cursor, e.way, e.use, e.amount, e.source, e.reference, e.order_id,
    coalesce(o.custom_display_id, o.display_id::text) as "order"
  from (${entries}) e left join "order" o on o.id = e.order_id
  where (:after_at::timestamptz is null or (e.at, e.id) > (:after_at::timestamptz, :after_id))
  order by e.at, e.id limit :limit`;

const accounts = `
  select coalesce(o.custom_display_id, o.display_id::text) as "order", o.canceled_at is not null as canceled,
    coalesce(money.captured, 0)::text as captured, coalesce(money.refunded, 0)::text as refunded,
    coalesce(money.payments, 0)::int as payments,
    coalesce((select sum(t.amount) from order_transaction t
      where t.order_id = o.id and t.deleted_at is null), 0)::text as booked,
    a.amount::text as asked, a.money = 'captured' as settled,
    (coalesce((select sum(b.amount) from bank_transfer b where b.awaited_id = a.id and b.state = 'settled'), 0)
      - coalesce((select sum(t.amount) from transfer_refund t
          where t.awaited_id = a.id and t.why = 'overpaid'), 0))::text as came
  from "order" o
    left join awaited_transfer a on a.order_id = o.id
    left join lateral (
      select sum(c.captured) as captured, sum(r.refunded) as refunded,
        count(*) filter (where c.captured > 0) as payments
      from order_payment_collection l join payment p on p.payment_collection_id = l.payment_collection_id
        left join lateral (select coalesce(sum(amount), 0) as captured from capture
          where payment_id = p.id and deleted_at is null) c on true
        left join lateral (select coalesce(sum(amount), 0) as refunded from refund
          where payment_id = p.id and deleted_at is null) r on true
      where l.order_id = o.id and l.deleted_at is null) money on true
  where o.id = any(:ids)
  order by o.id`;

interface AccountRow {
  order: string;
  canceled: boolean;
  captured: string;
  refunded: string;
  payments: number;
  booked: string;
  asked: string | null;
  settled: boolean | null;
  came: string;
}

/** The first moment of a day in Vietnam. */
const startOf = (day: PlainDate) => `${day}T00:00:00+07:00`;

/** Some days, both counted in. */
export interface Days {
  from: PlainDate;
  to: PlainDate;
}

/** An entry with Medusa's id of its order. */
export type OrderEntry = MoneyEntry & { orderId: string | null };

/**
 * A page of the entries of some days, oldest first.
 * @param after the cursor of the page before; one that is none is as none
 */
export async function ledgerEntries(
  container: MedusaContainer,
  { from, to }: Days,
  after?: string,
): Promise<{ entries: OrderEntry[]; next: string | null }> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { at, id } = cursorOf(after);
  const { rows } = await knex.raw<{ rows: EntryRow[] }>(page, {
    from: startOf(from),
    until: startOf(addDays(to, 1)),
    transfers: TRANSFER_PROVIDER,
    after_at: at,
    after_id: id,
    limit: LEDGER_PAGE + 1,
  });
  const shown = rows.slice(0, LEDGER_PAGE);
  return {
    entries: shown.map(({ id, at: moved, way, use, amount, order, source, reference, order_id }) => ({
      ...{ id, use, order, source, reference, orderId: order_id },
      at: new Date(moved).toISOString(),
      way: way === 'transfer' ? way : (ways[way] ?? 'other'),
      amount: Number(amount),
    })),
    next: rows.length > LEDGER_PAGE ? (shown.at(-1)?.cursor ?? null) : null,
  };
}

/** The same with what is known of the money of each order on the page. */
export async function readLedger(
  container: MedusaContainer,
  { after, ...days }: Days & { after?: string },
): Promise<LedgerPage> {
  const { entries, next } = await ledgerEntries(container, days, after);
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const ids = [...new Set(entries.flatMap(({ orderId }) => orderId ?? []))];
  const { rows } = await knex.raw<{ rows: AccountRow[] }>(accounts, { ids });
  return { entries: entries.map(({ orderId: _, ...entry }) => entry), accounts: rows.map(accountOf), next };
}

function accountOf(row: AccountRow): OrderAccount {
  const { order, canceled, payments, asked, settled } = row;
  return {
    ...{ order, canceled, payments },
    captured: Number(row.captured),
    refunded: Number(row.refunded),
    booked: Number(row.booked),
    transfer:
      asked === null ? null : { asked: Number(asked), came: Number(row.came), settled: settled === true },
  };
}

function cursorOf(cursor: string | undefined): { at: string | null; id: string | null } {
  const [, at, id] =
    /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d(?::\d\d)?) (\w+)$/.exec(cursor ?? '') ?? [];
  return { at: at ?? null, id: id ?? null };
}
