import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether a process with this id runs. One that ended but was never waited for does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    // The state follows the name, which is in brackets and may itself contain brackets.
    return /\) Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** The command line of a process, or null where the process is gone or the system does not tell. */
export async function commandLineOf(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (text !== null) return text.replaceAll('\0', ' ').trim() || null;
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'command=', '-p', String(pid)], (error, output) =>
      resolve(error ? null : output.trim() || null),
    );
  });
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

/** Waits until a process is gone. False where it outlives the time. */
export async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await wait(50);
  }
  return true;
}

/** Asks a process group to end, and ends it by force where it does not. */
export async function endGroup(pid: number, polite: NodeJS.Signals, patience: number): Promise<void> {
  signal(pid, polite);
  if (!(await goneWithin(pid, patience))) signal(-pid, 'SIGKILL');
  await goneWithin(pid, 2_000);
  // Children that outlived their parent still belong to the group.
  signal(-pid, 'SIGKILL');
}
