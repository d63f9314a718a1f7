import { LRUCache } from 'lru-cache';
import { createRateLimiter, type RateDecision, type RateLimit } from '@ocop/rules/network/rate-limiter';

/** The fewest characters of a password. */
export const PASSWORD_LENGTH = 12;

const QUARTER_MS = 15 * 60_000;

/** What is counted: attempts that failed, in any quarter of an hour; each process counts for itself. */
export const signInLimits = {
  /** By network (/24, /48): an office behind one address mistypes now and then. */
  network: { requests: 30, windowMs: QUARTER_MS, clients: 10_000 },
  /** By account, from wherever: a password that is guessed from many networks. */
  account: { requests: 10, windowMs: QUARTER_MS, clients: 10_000 },
} as const satisfies Record<string, RateLimit>;

/** An attempt as it is counted: `account` is what names it, '' where nothing does. */
export interface Attempt {
  network: string;
  account: string;
}

export interface AttemptCounter {
  /** Counts an attempt at `now` (ms) before it is known how it ends. */
  begin(attempt: Attempt, now: number): RateDecision;
  /** The attempt begun at `now` was right: it counts no more, and its network is known for that account. */
  succeeded(attempt: Attempt, now: number): void;
}

/**
 * Counts attempts by network and by account. From a network where the account was signed in before, its own
 * count is taken: so nobody locks staff out by failing in their name from elsewhere.
 */
export function createAttemptCounter(
  limits: Record<keyof Attempt, RateLimit> = signInLimits,
): AttemptCounter {
  const networks = createRateLimiter(limits.network);
  const accounts = createRateLimiter(limits.account);
  const known = new LRUCache<string, true>({ max: 5_000 });
  const ownKey = ({ network, account }: Attempt) => `${network}\n${account}`;
  const accountKey = (attempt: Attempt) => (known.get(ownKey(attempt)) ? ownKey(attempt) : attempt.account);
  return {
    begin(attempt, now) {
      const byNetwork = networks.take(attempt.network, now);
      if (byNetwork.limited || attempt.account === '') return byNetwork;
      const byAccount = accounts.take(accountKey(attempt), now);
      if (byAccount.limited) networks.giveBack(attempt.network, now);
      return byAccount;
    },
    succeeded(attempt, now) {
      networks.giveBack(attempt.network, now);
      if (attempt.account === '') return;
      accounts.giveBack(accountKey(attempt), now);
      known.set(ownKey(attempt), true);
    },
  };
}
