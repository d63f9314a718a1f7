import type { Dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import { pluralForm } from '../../i18n/plural.ts';
import type { PluralForm } from '../../i18n/plural.ts';
import type { StampStatus } from '@ocop/rules/stamps/stamp-status';
import { slot } from './page-template.ts';

/** As the database holds it: scored by the rules of the day, which may have been other ones. */
type Reason = { rule: string; points: number; [figure: string]: unknown };

/** A buyer reads a few plain reasons, not a score sheet. */
const MAX_REASONS = 3;

/** Rules of `@ocop/rules/stamps/suspicion` that say the scans came from places far apart. */
const farRules: ReadonlySet<string> = new Set(['provinces', 'speed']);

/** The rules this page has a sentence for, and the figures in it. */
const figures = {
  devices: ['devices'],
  provinces: ['inAll'],
  rush: ['scans'],
  speed: ['km', 'minutes'],
  'before-activation': [],
  'after-sale': [],
  away: [],
} satisfies Record<string, readonly string[]>;

type Rule = keyof typeof figures;

/** What chooses the sentence of a reason, without its figures. */
export interface ReasonFact {
  rule: Rule;
  /** Of each figure. */
  forms: PluralForm[];
  /** Whether two scans came within the same minute. */
  isTogether: boolean;
}

/** Why a stamp looks copied, weightiest first; without a rule of tomorrow, or one that lacks its figures. */
export function reasonFacts(reasons: readonly Reason[], lang: Lang): ReasonFact[] {
  return told(reasons).map(({ rule, values }) => ({
    rule,
    forms: values.map((n) => pluralForm(n, lang)),
    isTogether: rule === 'speed' && (values[1] ?? 0) < 1,
  }));
}

/** The figures of {@link reasonMessages} by the names of their slots. */
export function reasonSlots(reasons: readonly Reason[]): Record<string, string> {
  return Object.fromEntries(
    told(reasons).flatMap(({ values }, n) => values.map((value, at) => [slotName(n, at), String(value)])),
  );
}

/**
 * Why a stamp looks copied, in sentences for whoever holds it, with slots for the figures. A stamp that
 * staff look into may have no reason of its own: then that is said.
 */
export function reasonMessages(
  facts: readonly ReasonFact[],
  messages: Dictionary['stamp']['suspicion'],
): string[] {
  if (facts.length === 0) return [messages.looking];
  return facts.map(({ rule, forms, isTogether }, n) => {
    const counted = (at: number) => ({ text: slot(slotName(n, at)), form: forms[at] ?? 'other' });
    switch (rule) {
      case 'devices':
      case 'provinces':
      case 'rush':
        return messages[rule](counted(0));
      case 'speed':
        return isTogether ? messages.together(counted(0).text) : messages.speed(counted(0).text, counted(1));
      default:
        return messages[rule];
    }
  });
}

/** Whether the scans of a stamp came from places far apart. */
export function isFarApart(suspicion: StampStatus['suspicion']): boolean {
  return suspicion?.reasons.some(({ rule, points }) => points > 0 && farRules.has(rule)) ?? false;
}

function told(reasons: readonly Reason[]): { rule: Rule; values: number[] }[] {
  return reasons
    .flatMap((reason) => {
      const { rule } = reason;
      if (!isTold(rule)) return [];
      const values = figures[rule].map((name) => reason[name]).filter((value) => typeof value === 'number');
      return values.length === figures[rule].length ? [{ rule, values }] : [];
    })
    .slice(0, MAX_REASONS);
}

function isTold(rule: string): rule is Rule {
  return Object.hasOwn(figures, rule);
}

function slotName(reason: number, figure: number): string {
  return `reason${reason}${String.fromCharCode(97 + figure)}`;
}
