import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../../src/config/env.ts';
import { writePrivateJson } from '../stack/files.ts';
import { findCluster } from '../stack/postgres-home.ts';
import { readSecrets, secretsFile, type Secrets } from '../stack/secrets.ts';
import { keyFingerprints } from '../stack/stamp-key-record.ts';
import { StackError } from '../stack/stack-error.ts';
import { copyCluster } from './cluster-copy.ts';
import { keyringOf, keysOf } from './keys-file.ts';
import { backupName, isBackupName, keysFileBeside, manifestName, type Manifest } from './manifest.ts';
import { checkDump, dumpDatabase, dumpName } from './outside-database.ts';
import { whileRunning } from './server-at-rest.ts';
import { faultOf, store, walk, type StoredFile } from './stored-files.ts';

export interface BackUpOptions {
  env: Environment;
  /** Folder that backups are gathered in, each in one of its own. */
  into: string;
  /** Folder for the file of keys; null leaves it out. */
  keysInto: string | null;
  /** How many backups stay in the folder; null for all. */
  keep: number | null;
  now: Date;
  signal?: AbortSignal;
}

export interface BackUpResult {
  folder: string;
  keysFile: string | null;
  /** Of what is stored, in bytes. */
  size: number;
  removed: readonly string[];
}

/**
 * Takes a backup of an installation, whether it runs or not, reads it back and gives it its name last:
 * whatever lies under the name of a backup is whole.
 * @throws StackError with words for people; nothing of the attempt stays then
 */
export async function backUp(options: BackUpOptions): Promise<BackUpResult> {
  const { env, now, signal } = options;
  const dataDir = path.resolve(env.DATA_DIR);
  const into = path.resolve(options.into);
  const secrets = await secretsOf(dataDir);
  const folder = path.join(into, backupName(now));
  const draft = `${folder}.partial`;
  try {
    await mkdir(into, { recursive: true });
    await removeBrokenOff(into, now);
    if (existsSync(folder)) throw new StackError(`${folder} is there already. Nothing was written.`);
    await mkdir(draft, { mode: 0o700 });
    const manifest = await write({ env, dataDir, secrets, draft, now, signal });
    await verify(draft, manifest);
    signal?.throwIfAborted();
    await writePrivateJson(path.join(draft, manifestName), manifest);
    await syncFolder(draft);
    const keysFile =
      options.keysInto && keysFileBeside(path.join(path.resolve(options.keysInto), path.basename(folder)));
    // The keys first: a backup of the database alone would be taken for all there is.
    if (keysFile) await writePrivateJson(keysFile, await keysOf(dataDir, secrets, env));
    await rename(draft, folder);
    await syncFolder(into);
    const size = await sizeOf(folder);
    return { folder, keysFile, size, removed: await removeOld(into, options.keep) };
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw inWords(error, into, signal);
  }
}

async function secretsOf(dataDir: string): Promise<Secrets> {
  const secrets = await readSecrets(dataDir);
  if (secrets) return secrets;
  throw new StackError(
    `There is nothing to back up in ${dataDir}: ${secretsFile(dataDir)} is missing. Set DATA_DIR to the folder npm start uses.`,
  );
}

interface Work {
  env: Environment;
  dataDir: string;
  secrets: Secrets;
  draft: string;
  now: Date;
  signal: AbortSignal | undefined;
}

async function write({ env, dataDir, secrets, draft, now, signal }: Work): Promise<Manifest> {
  // Scans before the database: one that is handed over meanwhile is then in both, and counted once.
  const scans = await storeFolder(path.join(dataDir, 'scans'), draft, 'scans', signal);
  const database = await writeDatabase({ env, dataDir, secrets, draft, now, signal });
  const pictures = await storeFolder(path.join(dataDir, 'medusa-files'), draft, 'medusa-files', signal);
  return {
    format: 1,
    takenAt: now.toISOString(),
    database: database.about,
    stampKeys: keyFingerprints(keyringOf(secrets, env)),
    folders: database.folders,
    files: [...scans, ...database.files, ...pictures],
  };
}

async function writeDatabase({ env, dataDir, secrets, draft, signal }: Work): Promise<{
  about: Manifest['database'];
  files: StoredFile[];
  folders: string[];
}> {
  if (env.DATABASE_URL) {
    const target = path.join(draft, dumpName);
    const major = await dumpDatabase(env.DATABASE_URL, target, signal);
    await checkDump(target);
    const stored = await store(target, draft, dumpName, signal);
    await rm(target);
    return { about: { kind: 'dump', major }, files: stored ? [stored] : [], folders: [] };
  }
  const cluster = findCluster(dataDir);
  if (cluster === null) {
    throw new StackError(
      `There is no database in ${dataDir}. Set DATA_DIR to the folder npm start uses, or DATABASE_URL to the database.`,
    );
  }
  return whileRunning({ dataDir, cluster, password: secrets.postgresPassword }, async (url) => {
    const { files, folders, major } = await copyCluster(cluster, url, draft, signal);
    await rm(path.join(draft, 'backup_label'));
    return { about: { kind: 'files' as const, major }, files, folders };
  });
}

async function storeFolder(
  source: string,
  draft: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<StoredFile[]> {
  const { files } = await walk(source);
  const stored: StoredFile[] = [];
  for (const file of files) {
    const done = await store(path.join(source, file), draft, `${name}/${file}`, signal);
    if (done) stored.push(done);
  }
  return stored;
}

/** Reads all of it back from where it was written. */
async function verify(draft: string, { files }: Manifest): Promise<void> {
  for (const file of files) {
    const fault = await faultOf(draft, file);
    if (fault) {
      throw new StackError(
        `The backup was read back and ${file.path} ${fault}: the disk of ${path.dirname(draft)} does not keep what is ` +
          'written to it. Nothing of it was left; use another disk.',
      );
    }
  }
}

/** What a killed backup left a day ago or more; a younger one may still be at work. */
async function removeBrokenOff(into: string, now: Date): Promise<void> {
  for (const name of await readdir(into)) {
    if (!name.endsWith('.partial') || !isBackupName(name.replace(/\.partial$/, ''))) continue;
    const { mtimeMs } = await stat(path.join(into, name));
    if (now.getTime() - mtimeMs > 86_400_000)
      await rm(path.join(into, name), { recursive: true, force: true });
  }
}

/** Removes the oldest whole backups, and their keys where they lie beside them. */
async function removeOld(into: string, keep: number | null): Promise<string[]> {
  if (keep === null) return [];
  const names = (await readdir(into)).filter(
    (name) => isBackupName(name) && existsSync(path.join(into, name, manifestName)),
  );
  const old = names.sort().slice(0, -keep);
  for (const name of old) {
    await rm(path.join(into, name), { recursive: true, force: true });
    await rm(keysFileBeside(path.join(into, name)), { force: true });
  }
  return old;
}

async function sizeOf(folder: string): Promise<number> {
  const { files } = await walk(folder);
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function inWords(error: unknown, into: string, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return new StackError('The backup was stopped; nothing of it was left.');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) {
    return new StackError(
      `The disk of ${into} is full (${code}): no backup was made, and what was written of it was removed. Make room ` +
        'there, or keep fewer backups (--keep), and start it again.',
    );
  }
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|ENOENT)$/.test(code) && error instanceof Error) {
    return new StackError(
      `No backup was made: ${error.message}. Run it as the user npm start runs as, into a folder that user may write to.`,
    );
  }
  return error;
}
