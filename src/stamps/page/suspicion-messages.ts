import type { Dictionary } from '../../i18n/index.ts';
import type { StampAnswer } from '@ocop/rules/stamps/stamp-status';

/** As the database holds it: reckoned by the rules of the day, which may have been other ones. */
type Reason = { rule: string; points: number; [figure: string]: unknown };

/** A buyer reads a few plain reasons, not a score sheet. */
const MOST_REASONS = 3;

/** Rules of `@ocop/rules/stamps/suspicion` that say the scans came from places far apart. */
const farRules: ReadonlySet<string> = new Set(['provinces', 'speed']);

/**
 * Why a stamp looks copied, in words for whoever holds it; weightiest first. A stamp that staff look
 * into may have no reason of its own: then that is said.
 */
export function suspicionWords(
  reasons: readonly Reason[],
  words: Dictionary['stamp']['suspicion'],
): string[] {
  const said = reasons.flatMap((reason) => sentence(reason, words) ?? []).slice(0, MOST_REASONS);
  return said.length > 0 ? said : [words.looking];
}

/** Whether the scans of a stamp came from places far apart. */
export function isFarApart(suspicion: StampAnswer['suspicion']): boolean {
  return suspicion?.reasons.some(({ rule, points }) => points > 0 && farRules.has(rule)) ?? false;
}

/** Null for a rule this page has no words for, or one whose figures did not come along. */
function sentence(reason: Reason, words: Dictionary['stamp']['suspicion']): string | null {
  const figure = (name: string) => {
    const value = reason[name];
    return typeof value === 'number' ? value : null;
  };
  const counted = (name: string, say: (n: number) => string) => {
    const n = figure(name);
    return n === null ? null : say(n);
  };
  switch (reason.rule) {
    case 'devices':
      return counted('devices', words.devices);
    case 'provinces':
      return counted('inAll', words.provinces);
    case 'rush':
      return counted('scans', words.rush);
    case 'speed': {
      const [km, minutes] = [figure('km'), figure('minutes')];
      return km === null || minutes === null ? null : words.speed(km, minutes);
    }
    case 'before-activation':
    case 'after-sale':
    case 'away':
      return words[reason.rule];
    default:
      return null;
  }
}
