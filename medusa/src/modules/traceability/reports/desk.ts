import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { mayBecome, type ReportReason, type ReportState } from '@ocop/rules/stamps/report';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import { recordChanges } from '../audit-log/record-change.ts';
import { REPORT_DAYS } from './expiry.ts';
import { isoInstant, paged, type Page, type Paged } from '../database/rows.ts';

/** The stamp a report is about, with what its code is built from. */
export interface ReportedStamp extends StampPosition {
  epoch: string;
  gtin: string | null;
  form: 'tagged' | 'signed';
}

/**
 * A report as staff read it; instants are ISO. `stamp` is null where the code is none of ours, and
 * `typed` is what the consumer gave. `answer` is the staff's own note. Contact and photo are erased
 * at `erasedAt`.
 */
export interface ReportRead {
  id: string;
  number: number;
  at: string;
  state: ReportState;
  reason: ReportReason;
  stamp: ReportedStamp | null;
  typed: string | null;
  lot: string | null;
  product: string | null;
  words: string | null;
  contact: string | null;
  hasPhoto: boolean;
  answer: string | null;
  erasedAt: string;
}

/** What the history of one stamp says of its reports. */
export type ReportOfStamp = Pick<ReportRead, 'id' | 'number' | 'at' | 'reason' | 'state'>;

export interface ReportStep {
  state: ReportState;
  answer: string | null;
}

export type ReportStepDone =
  | { ok: true; report: ReportRead }
  | { ok: false; reason: 'unknown-report' }
  | { ok: false; reason: 'no-such-step'; from: ReportState };

interface Row extends Omit<ReportRead, 'stamp' | 'erasedAt'>, ReportedStamp {
  stamped: boolean;
}

const columns = `
  report.id, report.number, report.at, report.state, report.reason, report.typed,
  report.lot_code as lot, report.product, report.words, report.contact, report.answer,
  report.range, report.index, range.epoch, range.gtin, range.form,
  range.number is not null as stamped,
  exists (select 1 from trace_report_photo where report_id = report.id and deleted_at is null)
    as "hasPhoto"`;

const source = `
  trace_report report
  left join trace_stamp_range range on range.number = report.range and range.deleted_at is null`;

/** Reports, the newest first; `state` null for all. */
export async function findReports(
  manager: SqlEntityManager,
  state: ReportState | null,
  page: Page,
): Promise<Paged<ReportRead>> {
  const rows: (Row & { total: number })[] = await manager.execute(
    `select ${columns}, count(*) over ()::int as total from ${source}
     where report.deleted_at is null and (?::text is null or report.state = ?)
     order by report.at desc, report.number desc limit ? offset ?`,
    [state, state, page.limit, page.offset],
  );
  return paged(rows, read);
}

/** One report; null when there is none with this id. */
export async function readReport(manager: SqlEntityManager, id: string): Promise<ReportRead | null> {
  const [row]: Row[] = await manager.execute(
    `select ${columns} from ${source} where report.id = ? and report.deleted_at is null`,
    [id],
  );
  return row ? read(row) : null;
}

/** The JPEG of a report; null where it has none, or none any more. */
export async function readReportPhoto(manager: SqlEntityManager, id: string): Promise<Uint8Array | null> {
  const [row]: { jpeg: string }[] = await manager.execute(
    'select jpeg from trace_report_photo where report_id = ? and deleted_at is null',
    [id],
  );
  return row ? Buffer.from(row.jpeg, 'base64') : null;
}

/** The newest hundred reports of one stamp, newest first. */
export async function reportsOfStamp(
  manager: SqlEntityManager,
  stamp: StampPosition,
): Promise<ReportOfStamp[]> {
  const rows: ReportOfStamp[] = await manager.execute(
    `select id, number, at, reason, state from trace_report
     where range = ? and index = ? and deleted_at is null order by at desc, number desc limit 100`,
    [stamp.range, stamp.index],
  );
  return rows.map((row) => ({ ...row, at: isoInstant(row.at) }));
}

/** Takes a report up, or closes it. */
export async function stepReport(
  manager: SqlEntityManager,
  id: string,
  { state, answer }: ReportStep,
  actor: string,
): Promise<ReportStepDone> {
  await manager.execute('select 1 from trace_report where id = ? for update', [id]);
  const report = await readReport(manager, id);
  if (!report) return { ok: false, reason: 'unknown-report' };
  if (!mayBecome(report.state, state)) return { ok: false, reason: 'no-such-step', from: report.state };
  await manager.execute(
    'update trace_report set state = ?, answer = coalesce(?, answer), updated_at = now() where id = ?',
    [state, answer, id],
  );
  const { number, lot, product, stamp } = report;
  await recordChanges(manager, actor, [
    {
      event: state === 'closed' ? 'report.closed' : 'report.taken-up',
      data: { report: number, lot, product, range: stamp?.range ?? null, index: stamp?.index ?? null },
      staffOnly: { answer },
    },
  ]);
  return { ok: true, report: { ...report, state, answer: answer ?? report.answer } };
}

function read({ range, index, epoch, gtin, form, stamped, ...report }: Row | Omit<Row, 'total'>): ReportRead {
  const at = isoInstant(report.at);
  const erased = new Date(at);
  erased.setUTCDate(erased.getUTCDate() + REPORT_DAYS);
  return {
    ...report,
    at,
    stamp: stamped ? { range, index, epoch, gtin, form } : null,
    erasedAt: erased.toISOString(),
  };
}
