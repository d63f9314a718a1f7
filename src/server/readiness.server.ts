import { access, constants, mkdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { siteEnv } from '../config/env.ts';
import { spoolStatus } from '../stamps/scan-spool/scan-spool.server.ts';
import { pingStampsDatabase } from '../stamps/verify/stamp-lookup.server.ts';

/** A dependency that does not answer a check in this time counts as failing, milliseconds. */
const PATIENCE_MS = 1_500;

/** Less free space than this and scans will soon not be taken any more, bytes. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

export type CheckState = 'ok' | 'failing' | 'not-configured';

/** Whether this process should be sent requests, and how what it depends on fares. */
export interface Readiness {
  /**
   * `ok`; `degraded`: something shared by all processes is away, the site does without; `unable`: this
   * process cannot do its part, another one may.
   */
  status: 'ok' | 'degraded' | 'unable';
  checks: Record<CheckName, CheckState>;
}

export type CheckName = 'database' | 'medusa' | 'search' | 'disk';

/**
 * Checks whose failure takes this process out of rotation. Only the disk is its own: it has to take the
 * scans that are answered here. The database, Medusa and search are shared: if one of them were fatal,
 * its failure would take every process out and with them the catalogue, which needs none of them.
 */
const fatal: ReadonlySet<CheckName> = new Set(['disk']);

const failing = Promise.resolve('failing' as const);

/** Makes every check at the same time. Never throws; takes {@link PATIENCE_MS} at most. */
export async function readiness(): Promise<Readiness> {
  const { MEDUSA_URL, MEILI_URL, DATA_DIR } = siteEnv();
  const probes: Record<CheckName, Promise<CheckState>> = {
    database: pingStampsDatabase(PATIENCE_MS),
    medusa: answersAt(MEDUSA_URL),
    search: answersAt(MEILI_URL),
    disk: spoolStatus().writeFailingSince === null ? stateOfDisk(path.join(DATA_DIR, 'scans')) : failing,
  };
  const checks = Object.fromEntries(
    await Promise.all(Object.entries(probes).map(async ([name, state]) => [name, await state] as const)),
  ) as Record<CheckName, CheckState>;
  return { status: statusOf(checks), checks };
}

/** What the states of the checks mean for the whole. */
export function statusOf(checks: Record<CheckName, CheckState>): Readiness['status'] {
  const failing = (Object.keys(checks) as CheckName[]).filter((name) => checks[name] === 'failing');
  if (failing.some((name) => fatal.has(name))) return 'unable';
  return failing.length > 0 ? 'degraded' : 'ok';
}

/** Medusa and Meilisearch both tell their health at `/health`. */
async function answersAt(url: string | undefined): Promise<CheckState> {
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
export async function stateOfDisk(folder: string): Promise<CheckState> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize >= LEAST_FREE_BYTES ? 'ok' : 'failing';
  } catch {
    return 'failing';
  }
}
