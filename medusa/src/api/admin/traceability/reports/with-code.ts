import type { ReportRead } from '../../../../modules/traceability/reports/desk.ts';
import { codeOf } from '../../../../stamp-code-of.ts';

/** A report with the code of its stamp; null where it is none of ours, or this server has no keys. */
export type ReportWithCode = ReportRead & { code: string | null };

export function withCode(report: ReportRead): ReportWithCode {
  return { ...report, code: report.stamp && codeOf(report.stamp) };
}
