/**
 * How many passwords are compared at once, of whomever: each takes 32 MB and a tenth of a second of a processor, and
 * anybody can ask for it. Beyond those that wait nothing is compared at all.
 */
const AT_ONCE = 2;
const WAITING = 30;

let running = 0;
const waiting: (() => void)[] = [];

/** What {@link comparing} is refused with. */
export const TOO_MANY = 'Too many passwords are being compared. Try again in a moment.';

/** Runs what hashes a password when it is its turn; null where too many wait. */
export async function comparing<T>(work: () => Promise<T>): Promise<T | null> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) return null;
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The place is handed on, so that nobody who comes now passes those who wait.
    if (next) next();
    else running -= 1;
  }
}
