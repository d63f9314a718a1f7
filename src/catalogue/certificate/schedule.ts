import type { PlainDate } from '@ocop/rules/date';
import { nextStateChange } from '@ocop/rules/certificate/certificate';
import { certificateOf, standingOn } from '@ocop/rules/certificate/standing';
import type { RecognitionFacts, ReportedStars, Standing } from '@ocop/rules/certificate/standing';

/** A standing and the first day it holds. */
export interface StandingStage<R extends RecognitionFacts = RecognitionFacts> {
  from: PlainDate;
  standing: Standing<R>;
}

function turningDays(
  recognitions: readonly RecognitionFacts[],
  reported: readonly ReportedStars[],
  today: PlainDate,
): PlainDate[] {
  const days = new Set<PlainDate>();
  for (const recognition of recognitions) {
    // Also of one without a certificate: it silences the reports before it.
    if (recognition.withdrawnOn) days.add(recognition.withdrawnOn);
    const certificate = certificateOf(recognition);
    if (certificate === null) continue;
    let day = nextStateChange(certificate, today);
    while (day !== null) {
      days.add(day);
      day = nextStateChange(certificate, day);
    }
  }
  // A report of a year has surely run out from 1 January of its fourth year after.
  for (const { year } of reported) if (year !== null) days.add(`${year + 4}-01-01`);
  return [...days].filter((day) => day > today).sort();
}

/**
 * Everything `standingOn` will answer from `today` on, as stages in order of time: the first holds
 * today, each next from its own day. A page carries its stages, so that one built last month still
 * shows what is true on the day it is read. Later edits of the record are not foreseen, of course.
 */
export function standingSchedule<R extends RecognitionFacts>(
  recognitions: readonly R[],
  reported: readonly ReportedStars[],
  today: PlainDate,
): [StandingStage<R>, ...StandingStage<R>[]] {
  const at = (day: PlainDate) => standingOn(recognitions, reported, day);
  const stages: [StandingStage<R>, ...StandingStage<R>[]] = [{ from: today, standing: at(today) }];
  for (const from of turningDays(recognitions, reported, today)) {
    const standing = at(from);
    const last = stages[stages.length - 1] ?? stages[0];
    if (!isSame(last.standing, standing)) stages.push({ from, standing });
  }
  return stages;
}

function isSame(a: Standing, b: Standing): boolean {
  switch (a.kind) {
    case 'none':
      return b.kind === 'none';
    case 'reported':
      return b.kind === a.kind && a.stars === b.stars && a.surelyExpired === b.surelyExpired;
    default:
      return b.kind === a.kind && a.state === b.state && a.recognition === b.recognition;
  }
}

/** The stars a list may show today and the first day it may not any more. */
export interface StarsUntil {
  stars: 3 | 4 | 5;
  until: PlainDate;
  /** Number of the decision that gave them. */
  decision: string;
}

/**
 * Stars for a tile or a row: null unless recognised today. `until` is the first coming day on which
 * these stars end or become another number.
 */
export function starsUntil(
  recognitions: readonly RecognitionFacts[],
  reported: readonly ReportedStars[],
  today: PlainDate,
): StarsUntil | null {
  const [now, ...later] = standingSchedule(recognitions, reported, today);
  if (now.standing.kind !== 'recognised') return null;
  const { stars, endsOn, recognition } = now.standing;
  const change = later.find(({ standing }) => standing.kind !== 'recognised' || standing.stars !== stars);
  return { stars, until: change?.from ?? endsOn, decision: recognition.decision.number };
}
