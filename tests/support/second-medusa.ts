import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { readEnv } from '../../src/config/env.ts';
import { Supervisor } from '../../scripts/stack/supervisor.ts';
import {
  buildMedusa,
  medusaEnvironment,
  migrateMedusa,
  startMedusa,
  type MedusaSettings,
} from '../../scripts/stack/medusa.ts';
import type { ProcessContext } from '../../scripts/stack/managed-process.ts';
import { anyPort } from '../../scripts/stack/ports.ts';
import { ensureStampsRole, stampsRole } from '../../scripts/stack/stamps-role.ts';
import { drawSecrets } from '../../scripts/stack/secrets.ts';
import type { TestStack } from './stack.ts';

/** A Medusa on an empty database, for tests that would upset the shop the others share. */
export interface SecondMedusa {
  url: string;
  databaseUrl: string;
  stampsDatabaseUrl: string;
  siteKey: string;
  serverDir: string;
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts a second Medusa beside the stack of this run: migrated, nobody in it, nothing set up. */
export async function startSecondMedusa(stack: TestStack): Promise<SecondMedusa> {
  const name = `second_${process.pid}`;
  const url = databaseBeside(stack, name);
  const dataDir = path.join(stack.dataDir, name);
  await mkdir(dataDir, { recursive: true });
  const context = { dataDir, supervisor: new Supervisor() };
  const settings = {
    env: readEnv({ DATA_DIR: dataDir }),
    secrets: drawSecrets(),
    database: { url: url.href, identity: name, managedProcess: null },
    build: await buildMedusa(false, context),
    port: await anyPort(),
    siteUrl: stack.siteUrl,
  };
  await ensureTemplate(stack, settings, context);
  await inDatabase(stack.databaseUrl, `create database ${name} template ${TEMPLATE}`);
  const stampsDatabaseUrl = await ensureStampsRole(url.href, settings.secrets.siteKey);
  const managedProcess = await startMedusa(settings, context);
  return {
    url: `http://127.0.0.1:${settings.port}`,
    databaseUrl: url.href,
    stampsDatabaseUrl,
    siteKey: settings.secrets.siteKey,
    serverDir: settings.build.serverDir,
    env: medusaEnvironment(settings, dataDir),
    async stop() {
      await managedProcess.stop();
      context.supervisor.close();
      await inDatabase(stack.databaseUrl, `drop database ${name} with (force)`);
      await inDatabase(stack.databaseUrl, `drop role ${stampsRole(url.href)}`);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Migrated once in a run; PostgreSQL copies it in a second, a migration takes many. */
const TEMPLATE = 'second_template';

async function ensureTemplate(
  stack: TestStack,
  settings: MedusaSettings,
  context: ProcessContext,
): Promise<void> {
  const whole = `select from pg_database where datname = '${TEMPLATE}' and datistemplate`;
  if ((await inDatabase(stack.databaseUrl, whole)) > 0) return;
  await inDatabase(stack.databaseUrl, `drop database if exists ${TEMPLATE}`);
  await inDatabase(stack.databaseUrl, `create database ${TEMPLATE}`);
  const url = databaseBeside(stack, TEMPLATE).href;
  await migrateMedusa({ ...settings, database: { ...settings.database, url } }, context);
  await inDatabase(stack.databaseUrl, `alter database ${TEMPLATE} is_template true`);
}

function databaseBeside(stack: TestStack, name: string): URL {
  const url = new URL(stack.databaseUrl);
  url.pathname = `/${name}`;
  return url;
}

/** Runs one statement and says how many rows it gave. */
async function inDatabase(url: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
