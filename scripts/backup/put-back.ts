import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../../src/config/env.ts';
import { writePrivateJson } from '../stack/files.ts';
import {
  findCluster,
  giveTo,
  postgresMajor,
  preparePostgresHome,
  type PostgresHome,
} from '../stack/postgres-home.ts';
import { secretsFile, writeSecrets } from '../stack/secrets.ts';
import { StackError } from '../stack/stack-error.ts';
import { readKeys } from './keys-file.ts';
import { keysFileBeside, readManifest, type Manifest } from './manifest.ts';
import { countTables, dumpName, restoreDump } from './outside-database.ts';
import { faultOf, holdsAnything, unpack, walk, type StoredFile } from './stored-files.ts';

export interface PutBackOptions {
  env: Environment;
  /** Folder of one backup. */
  backup: string;
  /** File of its keys; null for the one beside it. */
  keysFile: string | null;
  tell: (text: string) => void;
}

/**
 * Puts a backup back into a data folder that holds no installation, after reading all of it. The secrets come
 * last: without them `npm start` begins nothing, so a restore that was broken off is never taken for a whole one.
 * @throws StackError with words for people; what was there before is as it was
 */
export async function putBack({ env, backup, keysFile, tell }: PutBackOptions): Promise<Manifest> {
  const dataDir = path.resolve(env.DATA_DIR);
  const manifest = await readManifest(backup);
  await refuseOccupied(dataDir, env);
  const keys = await readKeys(keysFile ?? keysFileBeside(path.resolve(backup)), manifest.stampKeys);
  tell(`Reading the backup of ${manifest.takenAt}: ${manifest.files.length} files.`);
  await refuseDamaged(backup, manifest);
  await mkdir(dataDir, { recursive: true });
  const step = { note: tell, done: () => undefined };
  if (manifest.database.kind === 'dump') await putDumpBack(env, backup, manifest, dataDir);
  else {
    if (env.DATABASE_URL) {
      throw new StackError(
        'This backup is of an embedded database, and DATABASE_URL names another one. Put it back without DATABASE_URL.',
      );
    }
    const home = await preparePostgresHome(dataDir, step);
    await refuseOtherVersion(home, manifest);
    await putClusterBack(home, backup, manifest);
  }
  for (const file of manifest.files) {
    if (/^(scans|medusa-files)\//.test(file.path)) {
      await unpack(backup, file, path.join(dataDir, ...file.path.split('/')));
    }
  }
  if (keys.shop !== null) await writePrivateJson(path.join(dataDir, 'keys.json'), keys.shop);
  await writeSecrets(dataDir, { ...keys.secrets, inUseSince: keys.secrets.inUseSince ?? manifest.takenAt });
  return manifest;
}

/** Orders and stamps of an installation that is there are never written over. */
async function refuseOccupied(dataDir: string, env: Environment): Promise<void> {
  const cluster = findCluster(dataDir);
  const found = [
    ...(existsSync(secretsFile(dataDir)) ? [secretsFile(dataDir)] : []),
    ...(cluster !== null ? [cluster] : []),
    ...((await holdsAnything(path.join(dataDir, 'scans'))) ? [path.join(dataDir, 'scans')] : []),
    ...((await holdsAnything(path.join(dataDir, 'medusa-files')))
      ? [path.join(dataDir, 'medusa-files')]
      : []),
  ];
  if (found.length > 0) {
    throw new StackError(
      `${dataDir} holds an installation already: ${found.join(', ')}. Nothing was put back. Set DATA_DIR to a new ` +
        'folder, or move what is there away.',
    );
  }
  if (env.DATABASE_URL && (await countTables(env.DATABASE_URL)) > 0) {
    throw new StackError(
      'The database that DATABASE_URL names is not empty. Nothing was put back. Name an empty one.',
    );
  }
}

async function refuseDamaged(backup: string, { files }: Manifest): Promise<void> {
  for (const file of files) {
    const fault = isInside(file) ? await faultOf(backup, file) : 'leads out of its folder';
    if (fault) {
      throw new StackError(
        `The backup in ${backup} is damaged: ${file.path} ${fault}. Nothing was put back. Take another one.`,
      );
    }
  }
}

const isInside = ({ path: name }: StoredFile) =>
  !name.split('/').some((part) => part === '' || part === '.' || part === '..') && !path.isAbsolute(name);

async function refuseOtherVersion({ programs }: PostgresHome, { database }: Manifest): Promise<void> {
  const major = await postgresMajor(programs);
  if (major === database.major) return;
  throw new StackError(
    `The backup is of PostgreSQL ${database.major}, and this release brings PostgreSQL ${major}. Put it back with the ` +
      'release it was taken with (docs/operations.md, "A new version of PostgreSQL"). Nothing was put back.',
  );
}

/** Beside its place first, and moved there when whole, as a new cluster is. */
async function putClusterBack(
  { clusterDir, user }: PostgresHome,
  backup: string,
  manifest: Manifest,
): Promise<void> {
  const draft = `${clusterDir}.restoring`;
  await rm(draft, { recursive: true, force: true });
  await giveTo(draft, user);
  try {
    const within = (name: string) => path.join(draft, ...name.split('/'));
    for (const folder of manifest.folders) await mkdir(within(folder), { recursive: true, mode: 0o700 });
    await mkdir(within('pg_wal'), { recursive: true, mode: 0o700 });
    for (const file of manifest.files) {
      const [, name] = /^database\/(.+)$/.exec(file.path) ?? [];
      if (name !== undefined) await unpack(backup, file, within(name));
    }
    if (user) await giveAll(draft, user);
    await chmod(draft, 0o700);
    await rename(draft, clusterDir);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function giveAll(folder: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  const { files, folders } = await walk(folder);
  for (const name of [...files, ...folders]) await chown(path.join(folder, name), uid, gid);
}

async function putDumpBack(
  env: Environment,
  backup: string,
  manifest: Manifest,
  dataDir: string,
): Promise<void> {
  if (!env.DATABASE_URL) {
    throw new StackError(
      'This backup is of a database that ran elsewhere. Set DATABASE_URL to an empty database to put it back into.',
    );
  }
  const dump = manifest.files.find(({ path: name }) => name === dumpName);
  if (!dump) throw new StackError(`The backup in ${backup} holds no ${dumpName}. Take another one.`);
  const place = await mkdtemp(path.join(dataDir, 'restoring-'));
  try {
    await unpack(backup, dump, path.join(place, dumpName));
    await restoreDump(env.DATABASE_URL, path.join(place, dumpName));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
