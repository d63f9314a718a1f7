import type { StampLook } from './stamp.server.ts';
import { statusOf } from './verdict.ts';

/**
 * Status and headers of a stamp page. Never cached: the scan history is part of it. The verdict is
 * told in a header too, so that a limiter in front can slow down whoever guesses codes.
 */
export function markAnswer(answer: { status?: number; headers: Headers }, look: StampLook): void {
  answer.status = statusOf(look.verdict);
  answer.headers.set('cache-control', 'private, no-store');
  answer.headers.set('x-robots-tag', 'noindex');
  answer.headers.set('x-stamp-verdict', look.verdict);
}
