/** What servers cost in processor time, which says more on a machine with other work than requests a second. */
import { readdir, readFile } from 'node:fs/promises';
import type { ServerProcess } from './live-site.ts';

/** Linux counts the time of processes in hundredths of a second (USER_HZ), on every machine. */
const SECONDS_A_TICK = 1 / 100;

interface Stat {
  parent: number;
  seconds: number;
}

/**
 * Processor seconds each server has taken since it was started, with all processes it started and those of
 * them that ended; null where the system does not tell (`/proc` of Linux).
 */
export async function processorSeconds(
  servers: readonly ServerProcess[],
): Promise<Map<string, number> | null> {
  const stats = new Map<number, Stat>();
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readStat(await readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''));
    if (stat) stats.set(Number(name), stat);
  }
  if (stats.size === 0) return null;
  return new Map(servers.map(({ name, pid }) => [name, secondsOf(pid, stats)]));
}

function secondsOf(pid: number, stats: ReadonlyMap<number, Stat>): number {
  const own = stats.get(pid)?.seconds ?? 0;
  return [...stats].reduce(
    (sum, [child, { parent }]) => (parent === pid ? sum + secondsOf(child, stats) : sum),
    own,
  );
}

/** proc(5): the name in brackets may hold anything; of what follows, field 2 is the parent, 12 to 15 times. */
function readStat(text: string): Stat | null {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 15) return null;
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { parent: Number(fields[1]), seconds: ticks * SECONDS_A_TICK };
}
