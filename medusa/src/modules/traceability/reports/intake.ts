import { randomInt } from 'node:crypto';
import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import type { ReportReason } from '@ocop/rules/stamps/report';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import { recordChanges } from '../audit-log/record-change.ts';

/**
 * A doubt as the site hands it over. `requestKey` is the same when one form is sent twice. `stamp`
 * is null where the code is none of ours; `typed` is what the consumer gave as the code, `photo` a
 * JPEG in base 64.
 */
export interface NewReport {
  requestKey: string;
  stamp: (StampPosition & { epoch: string }) | null;
  typed: string | null;
  reason: ReportReason;
  words: string | null;
  contact: string | null;
  photo: string | null;
}

/** Eight digits drawn by chance: a running number would tell everybody how many reports there are. */
const drawNumber = () => randomInt(10_000_000, 100_000_000);

/** How often a number is drawn anew because another report has it. */
const DRAWS = 5;

interface Goods extends StampPosition {
  product: string;
  lot: string | null;
}

/**
 * Takes a report down, with the goods its stamp was put on. A form sent twice is one report.
 * @returns the number the consumer is given
 */
export async function takeReport(manager: SqlEntityManager, report: NewReport): Promise<number> {
  const goods = report.stamp && (await goodsOf(manager, report.stamp));
  const id = generateEntityId(undefined, 'report');
  const number = await insertReport(manager, id, report, goods);
  if (number === null) return numberOf(manager, report.requestKey);

  if (report.photo !== null) {
    await manager.execute(
      'insert into trace_report_photo (id, report_id, jpeg, at) values (?, ?, ?, now())',
      [generateEntityId(undefined, 'rphoto'), id, report.photo],
    );
  }
  const { lot = null, product = null, range = null, index = null } = goods ?? {};
  await recordChanges(manager, 'consumer', [
    {
      event: 'stamp.reported',
      data: { report: number, reason: report.reason, lot, product, range, index },
    },
  ]);
  return number;
}

/** The number of the report written down; null where this form was sent before, or no number was free. */
async function insertReport(
  manager: SqlEntityManager,
  id: string,
  report: NewReport,
  goods: Goods | null,
): Promise<number | null> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const number = drawNumber();
    const written: object[] = await manager.execute(
      `insert into trace_report
       (id, number, request_key, range, index, typed, lot_code, product, reason, words, contact, state, at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'new', now())
     on conflict do nothing
     returning number`,
      [
        id,
        number,
        report.requestKey,
        goods?.range ?? null,
        goods?.index ?? null,
        report.typed,
        goods?.lot ?? null,
        goods?.product ?? null,
        report.reason,
        report.words,
        report.contact,
      ],
    );
    if (written.length > 0) return number;
    const [same]: object[] = await manager.execute(
      'select number from trace_report where request_key = ? and deleted_at is null',
      [report.requestKey],
    );
    if (same) return null;
  }
  return null;
}

async function goodsOf(
  manager: SqlEntityManager,
  { epoch, range, index }: NonNullable<NewReport['stamp']>,
): Promise<Goods | null> {
  const [goods]: Goods[] = await manager.execute(
    `select range.number as range, ?::int as index, range.product, active.lot_code as lot
     from trace_stamp_range range
     left join trace_stamp_span active
       on active.range = range.number and active.kind = 'activated'
         and ? between active.first and active.last and active.deleted_at is null
     where range.number = ? and range.epoch = ? and range.count > ? and range.deleted_at is null`,
    [index, index, range, epoch, index],
  );
  return goods ?? null;
}

async function numberOf(manager: SqlEntityManager, requestKey: string): Promise<number> {
  const [earlier]: { number: number }[] = await manager.execute(
    'select number from trace_report where request_key = ? and deleted_at is null',
    [requestKey],
  );
  if (!earlier) throw new Error(`Report ${requestKey} was neither taken nor found.`);
  return earlier.number;
}
