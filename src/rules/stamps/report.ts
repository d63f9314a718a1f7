/**
 * A consumer's report about a stamp: what may be reported, and how staff work through it. The words
 * for people are the site's.
 */

/** Why somebody doubts a stamp or the goods below it. */
export const reportReasons = [
  'looks-copied',
  'other-goods',
  'label-differs',
  'opened',
  'bad-quality',
  'other',
] as const;
export type ReportReason = (typeof reportReasons)[number];

export const reportStates = ['new', 'looking', 'closed'] as const;
export type ReportState = (typeof reportStates)[number];

/** Somebody looks into a new report and closes it, or closes it at once. Closed is the end. */
export function mayBecome(from: ReportState, to: ReportState): boolean {
  return to !== from && reportStates.indexOf(to) > reportStates.indexOf(from);
}
