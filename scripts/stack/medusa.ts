import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { plainStampKeys } from '@ocop/rules/stamps/stamp-keyring-json';
import type { Environment } from '../../src/config/env.ts';
import { runNode } from './command.ts';
import { readJson } from './files.ts';
import { settingsPassedOn } from './medusa-settings.ts';
import { nodeEnvironment } from './node-environment.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { fingerprint } from './fingerprint.ts';
import {
  startManagedProcess,
  untilReady,
  type ManagedProcess,
  type ProcessContext,
} from './managed-process.ts';
import type { Database } from './postgres.ts';
import type { Secrets } from './secrets.ts';
import { rootDir } from './root.ts';
import { StateFile } from './state.ts';

const medusaDir = path.join(rootDir, 'medusa');
const buildsDir = path.join(medusaDir, '.medusa', 'builds');
const runDir = path.join(medusaDir, '.medusa', 'run');
const adminSources = path.join(medusaDir, 'src', 'admin');
/** Builds in the cache, enough for going back and forth between two states of the sources. */
const cachedBuilds = 6;
/** Stands in where only a build needs a value: nothing connects or signs with it. */
const placeholder = 'only-for-the-build-nothing-signs-with-this';

/** A built Medusa in a folder of its own, which later builds and other data folders leave alone. */
export interface MedusaBuild {
  serverDir: string;
  /** Whether its admin pages are in it: must be told again at start. */
  admin: boolean;
  fresh: boolean;
}

/**
 * Builds Medusa where its sources changed. Builds are cached under the fingerprint of their sources,
 * so that a build never pulls the files away under a running server; the admin pages, ten times the
 * work, are cached apart and built again only for their own sources.
 * @param beforeReplacing called once the build is whole and before the folder it is run from is replaced
 */
export async function buildMedusa(
  admin: boolean,
  context: ProcessContext,
  signal?: AbortSignal,
  beforeReplacing: () => Promise<void> = () => Promise.resolve(),
): Promise<MedusaBuild> {
  const server = path.join(buildsDir, `server-${await serverFingerprint()}`);
  const pages = path.join(buildsDir, `admin-${await adminFingerprint()}`);
  await mkdir(buildsDir, { recursive: true });
  // Medusa builds into one folder of its sources, whoever starts it.
  return oneAtATime(path.join(medusaDir, '.medusa', 'build.lock'), signal, async () => {
    const needsPages = admin && !existsSync(pages);
    const fresh = needsPages || !existsSync(server);
    if (fresh) {
      await runBuild(needsPages, context, signal);
      await cacheBuild(server, needsPages ? pages : null);
      await dropOldBuilds(admin ? [server, pages] : [server]);
    }
    const now = new Date();
    for (const used of admin ? [server, pages] : [server]) await utimes(used, now, now);
    const serverDir = await copyForUse(server, admin ? pages : null, context.dataDir, beforeReplacing);
    return { serverDir, admin, fresh };
  });
}

/** Moves what was just built into the cache. */
async function cacheBuild(server: string, pages: string | null): Promise<void> {
  const built = path.join(medusaDir, '.medusa', 'server');
  if (pages) await rename(path.join(built, 'public', 'admin'), pages);
  if (existsSync(server)) await rm(built, { recursive: true });
  else await rename(built, server);
}

/**
 * A copy of a build to run from. Medusa puts things of its data folder beside its code (a link to
 * the uploaded files), so two stacks cannot run from one folder.
 */
async function copyForUse(
  server: string,
  pages: string | null,
  dataDir: string,
  beforeReplacing: () => Promise<void>,
): Promise<string> {
  const place = path.join(runDir, createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  const marker = path.join(place, 'copied-from.json');
  const source = JSON.stringify({ dataDir, server, pages });
  if ((await readFile(marker, 'utf8').catch(() => null)) === source) return place;
  await beforeReplacing();
  await dropUnusedCopies();
  await rm(place, { recursive: true, force: true });
  await cp(server, place, { recursive: true });
  if (pages) await cp(pages, path.join(place, 'public', 'admin'), { recursive: true });
  await writeFile(marker, source);
  return place;
}

/** Copies whose data folder is gone: nobody runs from them any more. */
async function dropUnusedCopies(): Promise<void> {
  for (const name of await readdir(runDir).catch(() => [])) {
    const used = (await readJson(path.join(runDir, name, 'copied-from.json'))) as {
      dataDir?: string;
    } | null;
    if (used?.dataDir && existsSync(used.dataDir)) continue;
    await rm(path.join(runDir, name), { recursive: true, force: true });
  }
}

async function serverFingerprint(): Promise<string> {
  const mark = await fingerprint(
    [medusaDir, ...['rules', 'contract', 'stamp-sheet'].map((room) => path.join(rootDir, 'src', room))],
    [await installedVersion('@medusajs/medusa')],
    (name) => !name.endsWith('.test.ts') && !name.startsWith(adminSources),
  );
  return mark.slice(0, 16);
}

async function adminFingerprint(): Promise<string> {
  const mark = await fingerprint(
    [
      adminSources,
      path.join(rootDir, 'src/rules'),
      path.join(rootDir, 'src/contract'),
      path.join(rootDir, 'src/stamp-sheet/layout.ts'),
      path.join(medusaDir, 'medusa-config.ts'),
      path.join(medusaDir, 'package.json'),
    ],
    [await installedVersion('@medusajs/medusa')],
    (name) => !name.endsWith('.test.ts'),
  );
  return mark.slice(0, 16);
}

function runBuild(admin: boolean, context: ProcessContext, signal: AbortSignal | undefined): Promise<void> {
  return runNode(
    {
      name: 'Building Medusa',
      args: ['cli.ts', 'build'],
      cwd: medusaDir,
      env: {
        ...nodeEnvironment(),
        DATABASE_URL: 'postgres://build/only',
        MEDUSA_JWT_SECRET: placeholder,
        MEDUSA_COOKIE_SECRET: placeholder,
        SITE_KEY: placeholder,
        MEDUSA_ADMIN: admin ? 'on' : 'off',
        NODE_ENV: 'production',
      },
      signal,
    },
    context,
  );
}

/** @param used what is about to be run, however old a clock makes it look */
async function dropOldBuilds(used: readonly string[]): Promise<void> {
  const names = (await readdir(buildsDir)).filter((name) => !used.includes(path.join(buildsDir, name)));
  const builds = await Promise.all(
    names.map(async (name) => ({ name, usedAt: (await stat(path.join(buildsDir, name))).mtimeMs })),
  );
  const old = builds.sort((a, b) => b.usedAt - a.usedAt).slice(cachedBuilds);
  for (const { name } of old) await rm(path.join(buildsDir, name), { recursive: true, force: true });
}

async function installedVersion(name: string): Promise<string> {
  const manifest = path.join(rootDir, 'node_modules', name, 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  return version;
}

export interface MedusaSettings {
  env: Environment;
  secrets: Secrets;
  database: Database;
  build: MedusaBuild;
  /** Port it will listen on, which its own address is made of. */
  port: number;
  /** The site's public address, which printed stamps lead to. */
  siteUrl: string;
}

/** Below `info` Medusa writes a line for each request with the address it came from, which no log may hold. */
function medusaLogLevel(level: Environment['LOG_LEVEL']): string {
  if (level === 'silent') return 'error';
  return level === 'debug' ? 'info' : level;
}

/** What a Medusa process is told, and nothing else of this process's environment. */
export function medusaEnvironment(settings: MedusaSettings, dataDir: string): Record<string, string> {
  const { env, secrets, database, build, port, siteUrl } = settings;
  const outside = {
    OTHER_HOSTS: env.OTHER_HOSTS?.join(','),
    TRUSTED_PROXIES: env.TRUSTED_PROXIES?.join(','),
    CLIENT_ADDRESS_HEADER: env.CLIENT_ADDRESS_HEADER,
    CONFIRM_ORDERS_OVER: String(env.CONFIRM_ORDERS_OVER),
    CONFIRM_WITHIN_HOURS: String(env.CONFIRM_WITHIN_HOURS),
    PRICE_JUMP_FACTOR: env.PRICE_JUMP_FACTOR?.toString(),
    REDIS_URL: env.REDIS_URL,
    S3_ENDPOINT: env.S3_ENDPOINT,
    S3_BUCKET: env.S3_BUCKET,
    S3_REGION: env.S3_REGION,
    S3_ACCESS_KEY: env.S3_ACCESS_KEY,
    S3_SECRET_KEY: env.S3_SECRET_KEY,
    S3_PUBLIC_URL: env.S3_PUBLIC_URL,
    ...settingsPassedOn(env),
    ...nodeEnvironment(),
  };
  const given = Object.entries(outside).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(given),
    NODE_ENV: 'production',
    TZ: 'UTC',
    LOG_LEVEL: medusaLogLevel(env.LOG_LEVEL),
    DATA_DIR: path.resolve(dataDir),
    DATABASE_URL: database.url,
    MEDUSA_URL: `http://localhost:${port}`,
    MEDUSA_ADMIN: build.admin ? 'on' : 'off',
    MEDUSA_JWT_SECRET: env.MEDUSA_JWT_SECRET ?? secrets.medusaJwtSecret,
    MEDUSA_COOKIE_SECRET: env.MEDUSA_COOKIE_SECRET ?? secrets.medusaCookieSecret,
    SITE_KEY: env.SITE_KEY ?? secrets.siteKey,
    RECEIPT_SECRET: env.RECEIPT_SECRET ?? secrets.receiptSecret,
    STAMP_KEYS: env.STAMP_KEYS ? JSON.stringify(plainStampKeys(env.STAMP_KEYS)) : secrets.stampKeys,
    SITE_URL: siteUrl,
  };
}

/**
 * Migrates the database where the build or the database is not the one that was migrated last. A
 * database of somebody else is always asked: it may have been put back from a backup.
 */
export async function migrateMedusa(
  settings: MedusaSettings,
  context: ProcessContext,
  signal?: AbortSignal,
): Promise<'migrated' | 'up to date'> {
  const state = new StateFile(context.dataDir);
  const mark = await fingerprint(
    [path.join(medusaDir, 'src'), path.join(medusaDir, 'medusa-config.ts')],
    [await installedVersion('@medusajs/medusa'), settings.database.identity],
    (name) =>
      name.endsWith('medusa-config.ts') || /[\\/](migrations|links|migration-scripts)[\\/]/.test(name),
  );
  if (settings.database.managedProcess && (await state.read()).migrated === mark) return 'up to date';
  await runNode(
    {
      name: 'Migrating Medusa',
      args: ['cli.js', 'db:migrate', '--execute-safe-links'],
      cwd: settings.build.serverDir,
      env: medusaEnvironment(settings, context.dataDir),
      signal,
    },
    context,
  );
  await state.remember({ migrated: mark });
  return 'migrated';
}

/** Starts the built Medusa and waits until it answers. */
export async function startMedusa(
  settings: MedusaSettings,
  context: ProcessContext,
): Promise<ManagedProcess> {
  const managedProcess = await startManagedProcess(
    {
      name: 'Medusa',
      command: process.execPath,
      args: ['cli.js', 'start', '--host', '127.0.0.1', '--port', String(settings.port)],
      cwd: settings.build.serverDir,
      env: medusaEnvironment(settings, context.dataDir),
      stopSignal: 'SIGTERM',
      patience: 15_000,
    },
    context,
  );
  const siteKey = settings.env.SITE_KEY ?? settings.secrets.siteKey;
  await untilReady(managedProcess, answersAsOurs(settings.port, siteKey), 120_000);
  return managedProcess;
}

/**
 * Another server may have taken the port since it was found free, even another Medusa: only ours
 * opens its door to this stack's key. Its own process then ends, and that is what is reported.
 */
function answersAsOurs(port: number, siteKey: string): () => Promise<boolean> {
  return async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/site/stamp-ranges/0/0`, {
      headers: { 'x-site-key': siteKey },
      signal: AbortSignal.timeout(2_000),
    });
    return answer.ok;
  };
}
