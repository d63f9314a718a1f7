import type { ReportRead } from '../../../../modules/traceability/reports/desk.ts';
import type { TraceabilityService } from '../../../../modules/traceability/service.ts';

/**
 * A report with the code of its stamp, null where it is none of ours or this server has no keys, and the
 * host of the address the buyer gave, where that is somebody else's.
 */
export type ReportWithCode = ReportRead & { code: string | null; foreignHost: string | null };

export function withCode(report: ReportRead, { stamps }: TraceabilityService): ReportWithCode {
  return {
    ...report,
    code: report.stamp && stamps.codeOf(report.stamp),
    foreignHost: report.typed === null ? null : stamps.foreignHostOf(report.typed),
  };
}
