/** How many tries a client has within a time, and how many clients are remembered. */
export interface TryLimit {
  allowed: number;
  withinMs: number;
  clients: number;
}

/** `retryAfterSeconds` is 0 while tries are left, else at least 1. */
export interface TryAnswer {
  limited: boolean;
  retryAfterSeconds: number;
}

export interface Tries {
  /** Counts one try of `client` at `now` (ms). A refused try does not lengthen the wait. */
  note(client: string, now: number): TryAnswer;
}

/**
 * Counts tries per client in memory of a fixed size: at most `allowed` in any `withinMs`. When more
 * clients come than are remembered, the one that has been quiet for longest is forgotten. A restart
 * forgets all.
 */
export function triesWithin({ allowed, withinMs, clients }: TryLimit): Tries {
  // In order of the latest counted try, for a Map keeps the order of insertion.
  const counted = new Map<string, readonly number[]>();
  return {
    note(client, now) {
      const recent = (counted.get(client) ?? []).filter((at) => now - at < withinMs);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= allowed) {
        const wait = Math.ceil((oldest + withinMs - now) / 1_000);
        return { limited: true, retryAfterSeconds: Math.max(1, wait) };
      }
      counted.delete(client);
      counted.set(client, [...recent, now]);
      const quietest = counted.keys().next();
      if (counted.size > clients && !quietest.done) counted.delete(quietest.value);
      return { limited: false, retryAfterSeconds: 0 };
    },
  };
}
