import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { PlainDate } from '@ocop/rules/date';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import type { LotOnStamp, StampStatus } from '@ocop/rules/stamps/stamp-status';
import { isCutOff, type StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import type { StampState } from '@ocop/rules/stamps/stamp-state';
import type { SuspicionReason } from '@ocop/rules/stamps/suspicion';
import { readAuditLog, type AuditEntryRead } from '../audit-log/audit-log.ts';
import { recallsOfStamp, type RecallRead } from '../recalls/recall.ts';
import { reportsOfStamp, type ReportOfStamp } from '../reports/desk.ts';
import { isoInstant } from '../database/rows.ts';
import type { Warning } from '../scans/warning.ts';
import { exceptionsOf, type StampExceptionRead } from './exceptions.ts';
import type { IssuedStamp } from './find.ts';
import { stampStatus } from './status.ts';
import type { IssuedStamps } from './order.ts';

/** All that staff may know of one stamp. Instants are ISO; lists hold the latest first. */
export interface StampHistory {
  code: string;
  url: string;
  gtin: string | null;
  range: number;
  index: number;
  state: StampState;
  /** Whether its key is known to strangers and was so when it was activated: scans refuse it. */
  cutOff: boolean;
  order: IssuedStamps;
  lot: LotOnStamp | null;
  activatedAt: string | null;
  exceptions: StampExceptionRead[];
  recalls: RecallRead[];
  scans: Pick<StampStatus['scans'], 'count' | 'firstAt' | 'lastAt'>;
  /** Its last reckoning, null while there are too few scans for one. */
  suspicion: { score: number; reasons: SuspicionReason[] } | null;
  /** What buyers are warned of, until staff lift it; null where they are not. */
  warning: Warning | null;
  /** When staff last found it genuine: earlier scans are not reckoned. */
  clearedAt: string | null;
  /** The last fifty; the log keeps scans for a limited time. */
  recentScans: { at: string; redated: boolean; province: string | null; device: string | null }[];
  reports: ReportOfStamp[];
  auditLog: AuditEntryRead[];
}

/** Everything known of an issued stamp on a day in Vietnam; `keyring` null on a server without keys. */
export async function stampHistory(
  manager: SqlEntityManager,
  stamp: IssuedStamp,
  keyring: StampKeyring | null,
  today: PlainDate,
): Promise<StampHistory> {
  const { code, url, range, index, order } = stamp;
  const position = { range, index };
  const lookup = { epoch: order.epoch, range, index, device: null };
  const answer = await stampStatus(manager, lookup, today);
  if (!answer) throw new Error(`Stamp ${range}-${index} is gone, and was found just before.`);
  const { stamp: state, lot, activatedAt, scans } = answer;
  const auditLog = await readAuditLog(manager, position, { limit: 100, offset: 0 });
  return {
    code,
    url,
    gtin: order.gtin,
    ...position,
    state,
    cutOff: keyring !== null && isCutOff(keyring, order.epoch, activatedAt),
    order,
    lot,
    activatedAt,
    exceptions: await exceptionsOf(manager, position),
    recalls: await recallsOfStamp(manager, { ...position, lot: lot?.code ?? null }),
    scans: { count: scans.count, firstAt: scans.firstAt, lastAt: scans.lastAt },
    ...(await suspicionOf(manager, position)),
    recentScans: await recentScans(manager, position),
    reports: await reportsOfStamp(manager, position),
    auditLog: auditLog.items,
  };
}

async function suspicionOf(
  manager: SqlEntityManager,
  { range, index }: StampPosition,
): Promise<Pick<StampHistory, 'suspicion' | 'warning' | 'clearedAt'>> {
  const rows: StampTally[] = await manager.execute(
    `select score, reasons, cleared_at, case when warned_on is not null then jsonb_build_object(
       'on', warned_on, 'score', warned_score, 'reasons', coalesce(warned_reasons, '[]')) end as warning
     from trace_stamp_tally where id = ?`,
    [`${range}-${index}`],
  );
  const { score = null, reasons = null, warning = null, cleared_at = null } = rows[0] ?? {};
  return {
    suspicion: score === null ? null : { score, reasons: reasons ?? [] },
    warning,
    clearedAt: cleared_at && isoInstant(cleared_at),
  };
}

interface StampTally {
  score: number | null;
  reasons: SuspicionReason[] | null;
  warning: Warning | null;
  cleared_at: string | null;
}

async function recentScans(
  manager: SqlEntityManager,
  { range, index }: StampPosition,
): Promise<StampHistory['recentScans']> {
  const rows: StampHistory['recentScans'] = await manager.execute(
    `select at, redated, province, device from trace_stamp_scan
     where range = ? and index = ? and deleted_at is null order by at desc, id desc limit 50`,
    [range, index],
  );
  return rows.map((row) => ({ ...row, at: isoInstant(row.at) }));
}
