import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import {
  onFreePort,
  startManagedProcess,
  untilReady,
  type ManagedProcess,
  type ProcessContext,
} from './managed-process.ts';
import { giveTo, postgresMajor, preparePostgresHome, type PostgresHome } from './postgres-home.ts';
import { isSamePlace, readPostmaster } from './postmaster.ts';
import { setPassword } from './postgres-password.ts';
import { commandLineOf, endGroup } from './processes.ts';
import type { Step } from './progress.ts';
import { StackError } from './stack-error.ts';

const run = promisify(execFile);
const database = 'ocop';
const user = 'ocop';
const wishedPort = 54_329;

/** A database that answers. */
export interface Database {
  url: string;
  /** Changes whenever the data is another: what was done to a database is remembered under it. */
  identity: string;
  /** The server process, where this start runs one. */
  managedProcess: ManagedProcess | null;
}

export interface PostgresOptions {
  password: string;
  /** False gives up safety against power cuts for speed: right for tests, wrong for a shop. */
  durable: boolean;
  /** Gives the database this password: for keys that were drawn anew beside a database that is there. */
  setPassword?: boolean;
}

/**
 * Starts the embedded PostgreSQL on this machine only, its data in the data folder. The first start
 * creates the cluster and the database.
 * @throws StackError when it cannot be started.
 */
export async function startPostgres(
  options: PostgresOptions,
  context: ProcessContext,
  step: Step,
): Promise<Database & { managedProcess: ManagedProcess }> {
  const place = await preparePostgresHome(context.dataDir, step);
  await createCluster(place, options.password, step);
  await freeCluster(place.clusterDir);
  if (options.setPassword) await setPassword(place, user, options.password);
  const { managedProcess, address } = await onFreePort(wishedPort, '127.0.0.1', (port) =>
    runCluster(place, port, options, context),
  );
  await createDatabase(address('postgres'));
  const identity = await readFile(path.join(place.clusterDir, 'identity'), 'utf8');
  return { url: address(database), identity, managedProcess };
}

/** Address of a database in the embedded server, as its owner and superuser. */
export function databaseAddress(password: string, port: number, name = database): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
}

/** Runs the server of a cluster until it answers; `address` names a database in it. */
async function runCluster(
  place: PostgresHome,
  port: number,
  options: PostgresOptions,
  context: ProcessContext,
) {
  const unsafe = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
    ...(options.durable ? [] : unsafe),
  ];
  const managedProcess = await startManagedProcess(
    {
      name: 'PostgreSQL',
      command: place.programs.postgres,
      args: ['-D', place.clusterDir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      cwd: place.clusterDir,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      // SIGINT is the fast shutdown: open sessions are rolled back, data is written out.
      stopSignal: 'SIGINT',
      patience: 20_000,
      user: place.user,
    },
    context,
  );
  const address = (name: string) => databaseAddress(options.password, port, name);
  await untilReady(managedProcess, () => letsIn(address('postgres'), place.clusterDir), 60_000);
  return { managedProcess, address };
}

/** As {@link canQuery}; a password that is refused is refused for ever. */
async function letsIn(url: string, clusterDir: string): Promise<boolean> {
  try {
    return await canQuery(url);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '28P01') throw error;
    throw new StackError(
      `The database in ${clusterDir} refuses the password in secrets.json: these are the secrets of another ` +
        'installation. Put the secrets.json of this database back from the backup of the keys, or the database that ' +
        'belongs to them (npm run restore). Nothing was changed.',
    );
  }
}

/**
 * PostgreSQL refuses a folder whose lock names a living process, which after a crash may be a
 * stranger that was given the same id. A server that really runs from here is ended instead.
 * @throws StackError when the lock came here with a copy
 */
async function freeCluster(clusterDir: string): Promise<void> {
  const lock = await readPostmaster(clusterDir);
  if (!lock) return;
  if (!(await isSamePlace(lock.dataDir, clusterDir))) {
    throw new StackError(
      `The database in ${clusterDir} is a copy that was made of ${lock.dataDir} while PostgreSQL ran there, and such a ` +
        'copy may be torn without showing it. Make one with npm run backup and npm run restore instead. Only where ' +
        `the folder was moved, not copied, after the machine had gone down: delete ${lock.file} and start again.`,
    );
  }
  if (lock.pid > 1 && (await commandLineOf(lock.pid))?.includes(clusterDir)) {
    await endGroup(lock.pid, 'SIGINT', 20_000);
  }
  await rm(lock.file, { force: true });
}

/** A cluster is created beside its place and moved there when complete, so half of one is never used. */
async function createCluster(place: PostgresHome, password: string, step: Step): Promise<void> {
  const version = await readFile(path.join(place.clusterDir, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version !== null) {
    const program = await postgresMajor(place.programs);
    if (program === version.trim()) return;
    throw new StackError(
      `The database in ${place.clusterDir} was written by PostgreSQL ${version.trim()}, and this is PostgreSQL ` +
        `${program}. Go on with the release that wrote it, or move the data as docs/operations.md tells under "A new ` +
        'version of PostgreSQL".',
    );
  }
  step.note('First start: creating the database folder.');
  const draft = `${place.clusterDir}.new`;
  await rm(draft, { recursive: true, force: true });
  await giveTo(path.dirname(draft), undefined);
  await giveTo(draft, place.user);
  const passwordFile = `${draft}-password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (place.user) await chown(passwordFile, place.user.uid, place.user.gid);
    await run(
      place.programs.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${user}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ],
      {
        cwd: draft,
        env: { PATH: process.env.PATH, LC_ALL: 'C' },
        ...(place.user ?? {}),
      },
    );
  } catch (error) {
    const message = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new StackError(`PostgreSQL could not create its folder ${place.clusterDir}:\n${message.trim()}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(path.join(draft, 'identity'), randomUUID());
  await rename(draft, place.clusterDir);
}

async function canQuery(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

/**
 * Checks an outside database before anything relies on it.
 * @throws StackError when it does not answer.
 */
export async function checkDatabase(url: string): Promise<Database> {
  try {
    await canQuery(url);
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new StackError(
      `The database ${pathname.slice(1)} on ${host} (DATABASE_URL) does not answer: ` +
        `${error instanceof Error ? error.message : String(error)}. Check that it runs and that the user may enter.`,
    );
  }
  return { url, identity: url, managedProcess: null };
}
