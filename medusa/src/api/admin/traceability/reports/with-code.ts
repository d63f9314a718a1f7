import { stampsOfRange } from '@ocop/rules/stamp-range';
import type { ReportRead } from '../../../../modules/traceability/report-desk.ts';
import { stampSettings } from '../../../../stamp-settings.ts';

/** A report with the code of its stamp; null where it is none of ours, or this server has no keys. */
export type ReportWithCode = ReportRead & { code: string | null };

export function withCode(report: ReportRead): ReportWithCode {
  return { ...report, code: report.stamp && codeOf(report.stamp) };
}

function codeOf({ range, index, ...issued }: NonNullable<ReportRead['stamp']>): string | null {
  const settings = stampSettings();
  if (!settings || !Object.hasOwn(settings.keyring.epochs, issued.epoch)) return null;
  const one = { ...issued, number: range, first: index, count: 1 };
  const [stamp] = stampsOfRange(one, settings.keyring, settings.siteUrl);
  return stamp?.code ?? null;
}
