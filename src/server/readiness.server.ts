import { access, constants, mkdir, open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { siteEnv } from '../config/env.ts';
import { missingSettings } from '../config/missing-settings.ts';
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
  /** Why a check of this process's own fails; no paths, for anybody may ask. */
  reasons: Partial<Record<CheckName, string>>;
  /** How the scans of this process fare, since it started. */
  scans: { waiting: number; lost: number; rejected: number; redated: number };
}

/**
 * `scans`: failing for a while after scans were lost, so that whoever asks now and then hears of it.
 * `settings`: failing where this site was not given what stamps, orders or receipts need.
 */
export type CheckName = 'database' | 'medusa' | 'search' | 'disk' | 'scans' | 'settings';

/** Lost scans are told of for so long, milliseconds. */
const LOST_LATELY_MS = 10 * 60_000;

/**
 * Checks whose failure takes this process out of rotation. Only the disk is its own: it has to take the
 * scans that are answered here. The database, Medusa and search are shared: if one of them were fatal,
 * its failure would take every process out and with them the catalogue, which needs none of them.
 */
const fatal: ReadonlySet<CheckName> = new Set(['disk']);

/** Makes every check at the same time. Never throws; takes {@link PATIENCE_MS} at most. */
export async function readiness(): Promise<Readiness> {
  const { MEDUSA_URL, MEILI_URL, DATA_DIR } = siteEnv();
  const spool = spoolStatus();
  const folder = path.join(DATA_DIR, 'scans');
  const lostLately = spool.lastLostAt !== null && Date.now() - Date.parse(spool.lastLostAt) < LOST_LATELY_MS;
  const missing = missingSettings(siteEnv());
  const probes: Record<CheckName, Promise<CheckState>> = {
    database: pingStampsDatabase(PATIENCE_MS),
    medusa: answersAt(MEDUSA_URL),
    search: answersAt(MEILI_URL),
    // A process that gets no requests has no scans to find out by that its disk works again.
    disk: spool.writeFailure === null ? stateOfDisk(folder) : stateOfTrial(folder),
    scans: Promise.resolve(lostLately ? 'failing' : 'ok'),
    settings: Promise.resolve(missing.length > 0 ? 'failing' : 'ok'),
  };
  const checks = Object.fromEntries(
    await Promise.all(Object.entries(probes).map(async ([name, state]) => [name, await state] as const)),
  ) as Record<CheckName, CheckState>;
  const { waiting, lostTotal: lost, rejectedTotal: rejected, redatedTotal: redated } = spool;
  const reasons: Readiness['reasons'] = {};
  if (checks.disk === 'failing') reasons.disk = whyDisk(spool.writeFailure);
  if (lostLately)
    reasons.scans = `${lost} scans were lost since this process started, some within ten minutes`;
  if (missing.length > 0)
    reasons.settings = missing.map(({ name, without }) => `${name} is not set: ${without}`).join('; ');
  return { status: statusOf(checks), checks, reasons, scans: { waiting, lost, rejected, redated } };
}

/** The error's code and no more: the message may name a path. */
function whyDisk(failure: string | null): string {
  const code = /^E[A-Z]+/.exec(failure ?? '')?.[0];
  if (code !== undefined) return `the disk does not take scans (${code}); they are lost until it does`;
  if (failure !== null) return 'the spool is full: scans are lost until Medusa takes those that wait';
  return 'the folder of scans cannot be written to, or its disk has less than 64 MiB left';
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

/** {@link stateOfDisk}, and whether the disk takes a few bytes: after it failed to. */
export async function stateOfTrial(folder: string): Promise<CheckState> {
  const file = path.join(folder, `.trial-${process.pid}`);
  try {
    const handle = await open(file, 'w', 0o600);
    try {
      await handle.writeFile(Buffer.alloc(8_192));
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return await stateOfDisk(folder);
  } catch {
    return 'failing';
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}
