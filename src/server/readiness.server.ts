import { access, constants, mkdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { siteEnv } from '../config/env.ts';
import { pingStampsDatabase } from '../stamps/verify/stamp-lookup.server.ts';

/** A part that does not answer a probe in this time counts as failing, milliseconds. */
const PATIENCE_MS = 1_500;

/** Less free space than this and scans will soon not be taken any more, bytes. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

export type PartState = 'ok' | 'failing' | 'not-configured';

/** Whether this process should be sent requests, and how what it depends on fares. */
export interface Readiness {
  /**
   * `ok`; `degraded`: something shared by all processes is away, the site does without; `unable`: this
   * process cannot do its part, another one may.
   */
  status: 'ok' | 'degraded' | 'unable';
  parts: Record<PartName, PartState>;
}

export type PartName = 'database' | 'medusa' | 'search' | 'disk';

/**
 * Parts whose failure takes this process out of rotation. Only the disk is its own: it has to take the
 * scans that are answered here. The database, Medusa and search are shared: if one of them were fatal,
 * its failure would take every process out and with them the catalogue, which needs none of them.
 */
const fatal: ReadonlySet<PartName> = new Set(['disk']);

/** Asks every part at the same time. Never throws; takes {@link PATIENCE_MS} at most. */
export async function readiness(): Promise<Readiness> {
  const { MEDUSA_URL, MEILI_URL, DATA_DIR } = siteEnv();
  const probes: Record<PartName, Promise<PartState>> = {
    database: pingStampsDatabase(PATIENCE_MS),
    medusa: answersAt(MEDUSA_URL),
    search: answersAt(MEILI_URL),
    disk: stateOfDisk(path.join(DATA_DIR, 'scans')),
  };
  const parts = Object.fromEntries(
    await Promise.all(Object.entries(probes).map(async ([name, state]) => [name, await state] as const)),
  ) as Record<PartName, PartState>;
  return { status: statusOf(parts), parts };
}

/** What the states of the parts mean for the whole. */
export function statusOf(parts: Record<PartName, PartState>): Readiness['status'] {
  const failing = (Object.keys(parts) as PartName[]).filter((name) => parts[name] === 'failing');
  if (failing.some((name) => fatal.has(name))) return 'unable';
  return failing.length > 0 ? 'degraded' : 'ok';
}

/** Medusa and Meilisearch both tell their health at `/health`. */
async function answersAt(url: string | undefined): Promise<PartState> {
  if (url === undefined) return 'not-configured';
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.body?.cancel();
    return answer.ok ? 'ok' : 'failing';
  } catch {
    return 'failing';
  }
}

/** Whether a folder takes files and its disk has room for them. */
export async function stateOfDisk(folder: string): Promise<PartState> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize >= LEAST_FREE_BYTES ? 'ok' : 'failing';
  } catch {
    return 'failing';
  }
}
