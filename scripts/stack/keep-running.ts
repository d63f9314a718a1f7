import { setTimeout as wait } from 'node:timers/promises';
import type { Exit, ManagedProcess } from './managed-process.ts';
import { messageOf } from './error-message.ts';

const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 60_000;
/** Whatever ran this long was well; its next end is a first one. */
const WELL_AFTER_MS = 60_000;

/** Milliseconds to wait before a process that ended by itself `times` in a row is launched again. */
export function restBefore(times: number): number {
  return Math.min(FIRST_REST_MS * 2 ** (times - 1), LONGEST_REST_MS);
}

export interface KeepRunning {
  /** Hears of each end nobody asked for, and how long until the process is launched again. */
  onCrash?: ((managedProcess: ManagedProcess, exit: Exit, restMs: number) => void) | undefined;
  /** Hears of a launch that failed: the program is gone, or the disk full. */
  onFailure?: ((managedProcess: ManagedProcess, reason: string, restMs: number) => void) | undefined;
  signal: AbortSignal;
}

/**
 * Launches a process again whenever it ends by itself, with growing rests, until its end is asked for or
 * `signal` aborts. A part that dies takes no other with it: each has its own way of waiting for the rest.
 */
export async function keepRunning(managedProcess: ManagedProcess, options: KeepRunning): Promise<void> {
  const { signal } = options;
  const over = () => managedProcess.stopping || signal.aborted;
  let times = 0;
  let launchedAt = performance.now();
  for (;;) {
    const exit = await managedProcess.exited;
    if (over()) return;
    times = performance.now() - launchedAt > WELL_AFTER_MS ? 1 : times + 1;
    options.onCrash?.(managedProcess, exit, restBefore(times));
    for (let launched = false; !launched;) {
      await wait(restBefore(times), undefined, { signal, ref: false }).catch(() => undefined);
      if (over()) return;
      launchedAt = performance.now();
      try {
        await managedProcess.restart();
        launched = true;
      } catch (error) {
        times += 1;
        options.onFailure?.(managedProcess, messageOf(error), restBefore(times));
      }
    }
  }
}
