import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import type { ReportState } from '@ocop/rules/stamps/report';
import type { TraceContext } from '../context.ts';
import type { Page, Paged } from '../database/rows.ts';
import {
  findReports,
  readReport,
  readReportPhoto,
  reportsOfStamp,
  stepReport,
  type ReportOfStamp,
  type ReportRead,
  type ReportStep,
  type ReportStepDone,
} from './desk.ts';
import { eraseExpiredReports } from './expiry.ts';
import { takeReport, type NewReport } from './intake.ts';

/** Doubts that consumers reported. */
export function reportService({ database, now }: TraceContext) {
  return {
    /** Takes a consumer's report down. @returns its number, the same for a form sent twice */
    take: (report: NewReport): Promise<number> =>
      database.transaction((manager) => takeReport(manager, report)),

    /** Reports, the newest first; `state` null for all. */
    find: (state: ReportState | null, page: Page): Promise<Paged<ReportRead>> =>
      findReports(database.reader(), state, page),

    /** One report; null when there is none with this id. */
    read: (id: string): Promise<ReportRead | null> => readReport(database.reader(), id),

    /** The JPEG of a report; null where it has none, or none any more. */
    photo: (id: string): Promise<Uint8Array | null> => readReportPhoto(database.reader(), id),

    /** The newest hundred reports of one stamp. */
    ofStamp: (position: StampPosition): Promise<ReportOfStamp[]> =>
      reportsOfStamp(database.reader(), position),

    /** Takes a report up, or closes it. */
    step: (id: string, step: ReportStep, actor: string): Promise<ReportStepDone> =>
      database.transaction((manager) => stepReport(manager, id, step, actor)),

    /** Erases contact and photo of reports past their time. @returns how many lost something */
    eraseExpired: (): Promise<number> =>
      database.transaction((manager) => eraseExpiredReports(manager, now())),
  };
}
