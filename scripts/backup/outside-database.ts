import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { StackError } from '../stack/stack-error.ts';

const run = promisify(execFile);

/** Where pg_dump's archive lies in a backup of a database that `DATABASE_URL` names. */
export const dumpName = 'database.dump';

/**
 * Writes an outside database out with the `pg_dump` of this machine, which must not be older than the server.
 * @returns the server's major version
 */
export async function dumpDatabase(url: string, target: string, signal?: AbortSignal): Promise<string> {
  const major = await serverMajor(url);
  await checkTool('pg_dump', major);
  await runTool('pg_dump', ['--format=custom', '--no-owner', `--file=${target}`], url, signal);
  return major;
}

/** Puts a dump into an outside database, which must be empty; nothing of it stays where it fails. */
export async function restoreDump(url: string, source: string): Promise<void> {
  const major = await serverMajor(url);
  await checkTool('pg_restore', major);
  // The role that looks stamps up is made again by the next start, with its rights.
  const options = ['--no-owner', '--no-privileges', '--single-transaction', '--exit-on-error'];
  await runTool('pg_restore', [...options, `--dbname=${new URL(url).pathname.slice(1)}`, source], url);
}

/** Whether a dump can be read to its end by the tool that will have to. */
export async function checkDump(source: string): Promise<void> {
  await run('pg_restore', ['--list', source], { maxBuffer: 64 * 1024 * 1024 });
}

/** How many tables there are outside of PostgreSQL's own. */
export async function countTables(url: string): Promise<number> {
  const { tables } = await ask<{ tables: string }>(
    url,
    "select count(*) as tables from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  return Number(tables);
}

async function serverMajor(url: string): Promise<string> {
  const { version } = await ask<{ version: string }>(
    url,
    "select current_setting('server_version_num') as version",
  );
  return version.slice(0, -4);
}

async function ask<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row> {
  const { host, pathname } = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Row>(statement);
    if (rows[0]) return rows[0];
    throw new Error('it gave no answer');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StackError(
      `The database ${pathname.slice(1)} on ${host} (DATABASE_URL) does not answer: ${why}.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkTool(tool: string, server: string): Promise<void> {
  const found = await run(tool, ['--version']).catch(() => null);
  const [major] = /\d+/.exec(found?.stdout ?? '') ?? [];
  if (major !== undefined && Number(major) >= Number(server)) return;
  throw new StackError(
    `The database that DATABASE_URL names is PostgreSQL ${server}, and ` +
      (major === undefined
        ? `there is no ${tool} on this machine`
        : `${tool} here is of version ${major}, which is older`) +
      `. Install the client programs of PostgreSQL ${server} (package postgresql-client-${server} from apt.postgresql.org) ` +
      'and see that they come first in PATH. Nothing was written.',
  );
}

/** The password goes by the environment: a command line can be read by everybody on the machine. */
async function runTool(tool: string, args: string[], url: string, signal?: AbortSignal): Promise<void> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslmode = searchParams.get('sslmode');
  const env = {
    PATH: process.env.PATH,
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(sslmode ? { PGSSLMODE: sslmode } : {}),
  };
  await run(tool, args, { env, ...(signal ? { signal } : {}) }).catch((error: unknown) => {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new StackError(`${tool} failed: ${said.trim().slice(-2_000)}`);
  });
}
