/**
 * Slows down whoever guesses stamp codes, without anybody else noticing. Made once a process:
 *
 *   const guesses = wrongCodes();
 *   const { limited, retryAfterSeconds } = guesses.note(clientNetwork(request), Date.now());
 *
 * Called only after a code turned out wrong (malformed, not issued). When `limited`, the answer is
 * 429 with `Retry-After: {retryAfterSeconds}`; a right code is answered always and never comes here,
 * for behind one address of a carrier stand thousands of people.
 */
import { triesWithin } from '../../http/rate-limiter.ts';
import type { Tries, TryLimit } from '../../http/rate-limiter.ts';

/** 20 wrong codes in 10 minutes for one network; ten thousand networks take some 4 MB. */
export const WRONG_CODE_LIMIT: TryLimit = { allowed: 20, withinMs: 10 * 60_000, clients: 10_000 };

export function wrongCodes(limit: TryLimit = WRONG_CODE_LIMIT): Tries {
  return triesWithin(limit);
}
