import { open, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** Whoever works under a lock touches it this often, in milliseconds. */
const TOUCH_MS = 1_000;
/** A lock nobody touched for so long was left behind by a process that is gone. */
const LEFT_BEHIND_MS = 10_000;

/**
 * Runs `work` while no other process works under the same lock file. Waits for one that does; the
 * lock of a process that was killed ends by itself after ten seconds.
 * @throws the signal's reason when it is raised while waiting, and whatever `work` throws
 */
export async function oneAtATime<T>(
  lock: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  while (!(await take(lock))) {
    if (await isLeftBehind(lock)) await rm(lock, { force: true });
    else await wait(TOUCH_MS / 4, undefined, signal ? { signal } : {});
    signal?.throwIfAborted();
  }
  const touching = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => undefined);
  }, TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx')).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isLeftBehind(lock: string): Promise<boolean> {
  const touchedAt = await stat(lock).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
  return touchedAt !== null && Date.now() - touchedAt > LEFT_BEHIND_MS;
}
