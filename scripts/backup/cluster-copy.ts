import path from 'node:path';
import pg from 'pg';
import { writeFile } from 'node:fs/promises';
import { StackError } from '../stack/stack-error.ts';
import { store, walk, type StoredFile } from './stored-files.ts';

/**
 * Folders whose content belongs to the running server alone, and files it makes anew.
 * https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP-DATA
 */
const emptied =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/(?!archive_status$|summaries$)/;
const leftOut =
  /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init(\.\d+)?|pgsql_tmp[^/]*|backup_label(\.old)?)$/;

export const isLeftOut = (name: string) => emptied.test(name) || leftOut.test(name);

const walSegment = /^[0-9A-F]{24}$/;

/**
 * Copies the files of a running PostgreSQL, whole and consistent as of the end of the copy, by the way
 * PostgreSQL documents for it ("Making a Base Backup Using the Low Level API"): the embedded server comes
 * without pg_dump and pg_basebackup. What is written meanwhile stands in the write-ahead log, which is
 * copied last and which a server started on the copy replays.
 * @param url as a superuser
 * @returns what was stored below `database/`, and the folders that must be there
 */
export async function copyCluster(
  clusterDir: string,
  url: string,
  folder: string,
  signal?: AbortSignal,
): Promise<{ files: StoredFile[]; folders: string[]; major: string }> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const version = await one(client, "select current_setting('server_version_num') as value");
    // The log from here on stays until this session ends, however it ends.
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [
      `ocop_backup_${process.pid}`,
    ]);
    const first = await one(
      client,
      "select pg_walfile_name(pg_backup_start('npm run backup', true)) as value",
    );
    const { files: names, folders } = await walk(clusterDir, isLeftOut);
    const files: StoredFile[] = [];
    for (const name of names) {
      const stored = await store(path.join(clusterDir, name), folder, `database/${name}`, signal);
      if (stored) files.push(stored);
    }
    const stop = await client.query<{ last: string; labelfile: string; spcmapfile: string }>(
      'select pg_walfile_name(lsn) as last, labelfile, spcmapfile from pg_backup_stop(false)',
    );
    const { last = '', labelfile = '', spcmapfile = '' } = stop.rows[0] ?? {};
    if (spcmapfile.trim() !== '') {
      throw new StackError(
        'The database has tablespaces outside its folder, which this backup does not copy.',
      );
    }
    const label = path.join(folder, 'backup_label');
    await writeFile(label, labelfile, { mode: 0o600, flush: true });
    files.push(await required(store(label, folder, 'database/backup_label', signal), 'backup_label'));
    files.push(...(await copyLog(clusterDir, folder, { first, last }, signal)));
    return { files, folders, major: version.slice(0, -4) };
  } finally {
    await client.end();
  }
}

/** The write-ahead log from the first to the last segment of the copy, none missing. */
async function copyLog(
  clusterDir: string,
  folder: string,
  { first, last }: { first: string; last: string },
  signal?: AbortSignal,
): Promise<StoredFile[]> {
  const { files } = await walk(path.join(clusterDir, 'pg_wal'));
  const wanted = files.filter((name) => walSegment.test(name) && name >= first && name <= last);
  if (wanted[0] !== first || wanted.at(-1) !== last) {
    throw new StackError(
      `PostgreSQL does not have its log from ${first} to ${last} any more, so the backup would not start. Try again.`,
    );
  }
  const stored: StoredFile[] = [];
  for (const name of wanted) {
    const source = path.join(clusterDir, 'pg_wal', name);
    stored.push(await required(store(source, folder, `database/pg_wal/${name}`, signal), name));
  }
  return stored;
}

async function required(stored: Promise<StoredFile | null>, name: string): Promise<StoredFile> {
  const file = await stored;
  if (file) return file;
  throw new StackError(
    `${name} was gone before it could be copied, so the backup would not start. Try again.`,
  );
}

async function one(client: pg.Client, statement: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>(statement);
  return rows[0]?.value ?? '';
}
