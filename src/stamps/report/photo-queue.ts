/** What a queue says: the work's value, or that there is no place left. */
export type Queued<T> = { ok: true; value: T } | { ok: false };

/**
 * Runs work one after another. While one runs, at most `waiting` more wait for their turn; work beyond
 * is refused at once and never runs.
 */
export function createPhotoQueue(waiting: number): <T>(work: () => Promise<T>) => Promise<Queued<T>> {
  let last: Promise<unknown> = Promise.resolve();
  let inside = 0;
  return async (work) => {
    if (inside > waiting) return { ok: false };
    inside += 1;
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    try {
      return { ok: true, value: await turn };
    } finally {
      inside -= 1;
    }
  };
}
