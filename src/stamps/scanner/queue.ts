/**
 * Stamps read without a network, waiting on this device to be asked about. A plain list, newest
 * first; every function gives a new one.
 */

/** What could be said of the stamp at once: its signature was right, or it carries none. */
export type Known = 'signature' | 'nothing';

export interface Waiting {
  /** The stamp's page on this site; also what tells entries apart. */
  path: string;
  /** The code as people read it. */
  code: string;
  /** When it was read, ISO 8601. */
  readAt: string;
  known: Known;
  /** What the site answered, `null` while it has not been asked: a value of `StampVerdict`. */
  verdict: string | null;
  /** When it answered, ISO 8601. */
  askedAt: string | null;
}

/** A day at a fair; beyond that the oldest make room. */
export const QUEUE_LIMIT = 200;

/** Puts a reading on top. The same stamp read again is one entry, to be verified afresh. */
export function added(
  queue: readonly Waiting[],
  read: Pick<Waiting, 'path' | 'code' | 'readAt' | 'known'>,
): Waiting[] {
  const all = [{ ...read, verdict: null, askedAt: null }, ...without(queue, read.path)];
  // What was answered already is the smaller loss; then the oldest.
  const leastWanted = [...all.filter(isUnanswered), ...all.filter(isAnswered)].slice(QUEUE_LIMIT);
  return all.filter((entry) => !leastWanted.includes(entry));
}

/** Notes an answer. An entry taken away meanwhile stays away. */
export function answered(
  queue: readonly Waiting[],
  path: string,
  verdict: string,
  askedAt: string,
): Waiting[] {
  return queue.map((entry) => (entry.path === path ? { ...entry, verdict, askedAt } : entry));
}

export function without(queue: readonly Waiting[], path: string): Waiting[] {
  return queue.filter((entry) => entry.path !== path);
}

/** The entries the site has not answered yet, oldest first: the order in which they are asked. */
export function unanswered(queue: readonly Waiting[]): Waiting[] {
  return queue.filter(isUnanswered).reverse();
}

function isAnswered(entry: Waiting): boolean {
  return entry.verdict !== null;
}

function isUnanswered(entry: Waiting): boolean {
  return !isAnswered(entry);
}

/** Reads what the device stored. What is not an entry, or was changed by hand, is left out. */
export function readQueue(text: string | null): Waiting[] {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  return Array.isArray(stored) ? stored.filter(isWaiting).slice(0, QUEUE_LIMIT) : [];
}

function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null) return false;
  const { path, code, readAt, known, verdict, askedAt } = value as Record<string, unknown>;
  return (
    // One slash: a link to this site and to no other.
    typeof path === 'string' &&
    /^\/(?![/\\])/.test(path) &&
    typeof code === 'string' &&
    typeof readAt === 'string' &&
    (known === 'signature' || known === 'nothing') &&
    (verdict === null || typeof verdict === 'string') &&
    (askedAt === null || typeof askedAt === 'string')
  );
}
