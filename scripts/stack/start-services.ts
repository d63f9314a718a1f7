import type { Environment } from '../../src/config/env.ts';
import type { StoreKeys } from '../commerce/bootstrap.ts';
import { parseStampKeys } from '../../src/config/stamp-keys.ts';
import type { OpenSecrets } from './installation.ts';
import { buildMedusa, medusaEnvironment, migrateMedusa, startMedusa, type MedusaSettings } from './medusa.ts';
import { checkMeilisearch, startMeilisearch, type SearchServer } from './meilisearch.ts';
import { answers, onFreePort, type ManagedProcess, type ProcessContext } from './managed-process.ts';
import { freePort } from './ports.ts';
import { checkDatabase, startPostgres, type Database } from './postgres.ts';
import type { Progress } from './progress.ts';
import { secretsFile, type Secrets } from './secrets.ts';
import { prepareShop } from './shop.ts';
import { StackError } from './stack-error.ts';
import { holdKeysToDatabase } from './stamp-key-record.ts';
import { ensureStampsRole } from './stamps-role.ts';

/** What every step of a start works with. */
export interface Start {
  env: Environment;
  secrets: Secrets;
  opened: OpenSecrets;
  /** Takes the stamp keys and the database for a pair as they are. */
  acceptKeys: boolean;
  context: ProcessContext;
  progress: Progress;
  signal: AbortSignal;
  /** The site's public address. */
  siteUrl: string;
  /** Whether Medusa's admin pages are needed. */
  admin: boolean;
  durable: boolean;
  /** Takes note of a process the moment it runs, so that it is stopped whatever happens next. */
  running(managedProcess: ManagedProcess): void;
}

/** Medusa as the site and the scripts reach it. */
export interface Commerce {
  url: string;
  keys: StoreKeys | null;
  databaseUrl: string | null;
  /** The same database for the role that may only look stamps up; null where none is known. */
  stampsDatabaseUrl: string | null;
  /** Changes whenever the data behind it is another. */
  identity: string;
  adminUrl: string | null;
  /** Builds from the sources and starts again in place of the one that runs; nothing where it runs elsewhere. */
  rebuild(): Promise<'unchanged' | 'rebuilt'>;
}

const wishedMedusaPort = 9000;

/** The database: the one the environment names, else an embedded one. */
async function openDatabase(start: Start): Promise<Database> {
  const { env, secrets, opened, context, progress, durable, running } = start;
  const step = progress.step('PostgreSQL');
  if (env.DATABASE_URL) {
    const database = await checkDatabase(env.DATABASE_URL);
    step.done(`the one DATABASE_URL names, ${new URL(env.DATABASE_URL).host}`);
    return database;
  }
  const database = await startPostgres(
    { password: secrets.postgresPassword, durable, setPassword: start.acceptKeys && opened.created },
    context,
    step,
  );
  running(database.managedProcess);
  step.done(`running on port ${new URL(database.url).port}`);
  return database;
}

/** The search server: the one the environment names, else an embedded one, else none. */
export async function openSearch({
  env,
  secrets,
  context,
  progress,
  running,
}: Start): Promise<SearchServer | null> {
  const step = progress.step('Meilisearch');
  if (env.MEILI_URL) {
    const server = await checkMeilisearch(env.MEILI_URL, {
      apiKey: env.MEILI_API_KEY,
      searchKey: env.MEILI_SEARCH_KEY,
    });
    step.done(`the one MEILI_URL names, ${server.url}`);
    return server;
  }
  const started = await startMeilisearch(secrets.meiliMasterKey, context);
  if (!started.ok) {
    step.note(started.message);
    step.done('left out');
    return null;
  }
  if (started.server.managedProcess) running(started.server.managedProcess);
  step.done(`running on port ${new URL(started.server.url).port}`);
  return started.server;
}

/** The commerce server: the one the environment names, else our own on its own database. */
export async function openCommerce(start: Start): Promise<Commerce> {
  return start.env.MEDUSA_URL ? outsideCommerce(start, start.env.MEDUSA_URL) : ownCommerce(start);
}

async function outsideCommerce({ env, progress }: Start, url: string): Promise<Commerce> {
  progress.step('PostgreSQL').done('not needed: Medusa runs elsewhere');
  progress.step('Medusa, build').done('not needed');
  progress.step('Medusa, database').done('not needed');
  const step = progress.step('Medusa');
  await answers(`${url}/health`)().catch((error: unknown) => {
    throw new StackError(
      `Medusa at ${url} (MEDUSA_URL) does not answer: ${error instanceof Error ? error.message : String(error)}. ` +
        'Check that it runs, or remove MEDUSA_URL to run one here.',
    );
  });
  step.done(`the one MEDUSA_URL names, ${url}`);
  if (!env.STAMPS_DATABASE_URL) {
    step.note(
      'STAMPS_DATABASE_URL is not set: stamp pages check codes and cannot tell the state of a stamp.',
    );
  }
  const keyStep = progress.step('Shop');
  const missing = (['MEDUSA_PUBLISHABLE_KEY', 'MEDUSA_ADMIN_KEY', 'SITE_KEY'] as const).filter(
    (name) => !env[name],
  );
  if (missing.length > 0) {
    throw new StackError(
      `Medusa at ${url} needs its keys: set ${missing.join(', ')} as well. They are shown in Medusa Admin under ` +
        'Settings, Publishable and Secret API keys; SITE_KEY is the one that server was started with.',
    );
  }
  keyStep.done('keys from the environment');
  const keys = {
    publishableKey: env.MEDUSA_PUBLISHABLE_KEY ?? '',
    adminKey: env.MEDUSA_ADMIN_KEY ?? '',
  };
  return {
    url,
    keys,
    databaseUrl: null,
    stampsDatabaseUrl: env.STAMPS_DATABASE_URL ?? null,
    identity: url,
    adminUrl: null,
    rebuild: () => Promise.resolve('unchanged'),
  };
}

async function ownCommerce(start: Start): Promise<Commerce> {
  const { env, secrets, context, progress, signal, siteUrl } = start;
  const database = await openDatabase(start);
  await holdToDatabase(start, database);

  const buildStep = progress.step('Medusa, build');
  const build = await buildMedusa(start.admin, context, signal);
  buildStep.done(build.fresh ? 'built' : 'up to date');

  const migrateStep = progress.step('Medusa, database');
  const wished: MedusaSettings = { env, secrets, database, build, port: wishedMedusaPort, siteUrl };
  const migrated = await migrateMedusa(wished, context, signal);
  const stampsDatabaseUrl =
    env.STAMPS_DATABASE_URL ?? (await ensureStampsRole(database.url, env.SITE_KEY ?? secrets.siteKey));
  migrateStep.done(migrated);

  const startStep = progress.step('Medusa');
  const { settings, managedProcess } = await onFreePort(wishedMedusaPort, '127.0.0.1', async (free) => {
    const chosen = { ...wished, port: free };
    return { settings: chosen, managedProcess: await startMedusa(chosen, context) };
  });
  start.running(managedProcess);
  let current = managedProcess;
  const { port } = settings;
  if (port !== wishedMedusaPort) startStep.note(`Port ${wishedMedusaPort} is taken; using ${port}.`);
  startStep.done(`running on port ${port}`);

  const shopStep = progress.step('Shop');
  const url = `http://127.0.0.1:${port}`;
  const keys = await prepareShop(
    { url, serverDir: build.serverDir, env: medusaEnvironment(settings, context.dataDir) },
    secrets.admin,
    context.dataDir,
    shopStep,
  );
  shopStep.done('region, delivery, keys and log-in are there');
  return {
    url,
    keys,
    databaseUrl: database.url,
    stampsDatabaseUrl,
    identity: database.identity,
    adminUrl: build.admin ? `http://localhost:${port}/app` : null,
    async rebuild() {
      // The files it runs from are replaced only once the new build is whole.
      const next = await buildMedusa(start.admin, context, signal, () => current.stop());
      if (!current.stopping) return 'unchanged';
      await migrateMedusa({ ...settings, build: next }, context, signal);
      current = await startMedusa({ ...settings, build: next }, context);
      start.running(current);
      return 'rebuilt';
    },
  };
}

/** Before anything is built or migrated: a database and keys that are no pair are not to be worked with. */
async function holdToDatabase({ env, secrets, opened, context, acceptKeys }: Start, database: Database) {
  const location = secretsFile(context.dataDir);
  const keyring = env.STAMP_KEYS ?? parseStampKeys(secrets.stampKeys);
  if (!keyring)
    throw new StackError(`"stampKeys" in ${location} cannot be used. Put the file back from a backup.`);
  const keysFrom = env.STAMP_KEYS ? (env.STAMP_KEYS_FILE ?? 'STAMP_KEYS') : location;
  const inUse = secrets.inUseSince !== undefined;
  try {
    await holdKeysToDatabase(database.url, keyring, { keysFrom, inUse, accept: acceptKeys });
  } catch (error) {
    await opened.takeBack();
    throw error;
  }
  await opened.noteUse();
}

/** The port of the site: the wished one, else the next free one, said aloud. */
export async function sitePort(env: Environment, progress: Progress): Promise<number> {
  const port = await freePort(env.PORT, env.HOST === '::' ? undefined : env.HOST);
  if (port !== env.PORT) progress.say(`Port ${env.PORT} is taken; the site goes to ${port}.`);
  return port;
}
