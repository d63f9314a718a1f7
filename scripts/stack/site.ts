import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { todayInVietnam, type PlainDate } from '@ocop/rules/date';
import { z } from 'zod';
import type { PublicRecord } from '../../src/record/types.ts';
import { runNode } from './command.ts';
import { readJson } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { listening } from '../../src/server/listening.ts';
import {
  answers,
  recentOutput,
  startManagedProcess,
  untilReady,
  type ManagedProcess,
  type ProcessContext,
} from './managed-process.ts';
import { nextRecordChange } from './record-changes.ts';
import { rootDir } from './root.ts';

/** What a build was made for. */
const builtFor = z.object({
  fingerprint: z.string(),
  builtOn: z.string(),
  /** First day on which the pages say something else without any file changing; null for never. */
  nextChange: z.string().nullable(),
});
const builtForName = 'built-for.json';

export interface SiteBuildOptions {
  distDir: string;
  contentDir: string;
  samples: boolean;
  siteUrl: string;
  /** Anything else the build reads from the environment. */
  env: Record<string, string | undefined>;
  signal?: AbortSignal | undefined;
}

/** Whether the folder holds a build of these sources that still says the truth on a day. */
export async function isBuilt(options: SiteBuildOptions, today: PlainDate): Promise<boolean> {
  const parsed = builtFor.safeParse(await readJson(path.join(options.distDir, builtForName)));
  if (!parsed.success) return false;
  const same = parsed.data.fingerprint === (await siteFingerprint(options));
  return same && !(await isOverBy(options.distDir, today));
}

/** Whether a day has come from which on the build in a folder says something that is no longer so. */
export async function isOverBy(distDir: string, today: PlainDate): Promise<boolean> {
  const parsed = builtFor.safeParse(await readJson(path.join(distDir, builtForName)));
  return parsed.success && parsed.data.nextChange !== null && parsed.data.nextChange <= today;
}

async function siteFingerprint(options: SiteBuildOptions): Promise<string> {
  return fingerprint(
    [
      path.join(rootDir, 'src'),
      path.join(rootDir, 'public'),
      path.join(rootDir, 'astro.config.mjs'),
      path.join(rootDir, 'tsconfig.json'),
      path.join(rootDir, 'package-lock.json'),
      options.contentDir,
    ],
    [options.siteUrl, options.samples ? 'samples' : 'no samples'],
    (name) => !name.endsWith('.test.ts'),
  );
}

/**
 * Builds the site beside the one being served; {@link putInPlace} swaps them. A build that fails
 * leaves the served one untouched.
 * @returns the folder of the finished build
 */
export async function buildSite(
  options: SiteBuildOptions,
  record: PublicRecord,
  context: ProcessContext,
  now: Date,
): Promise<string> {
  const draft = draftOf(options.distDir);
  await rm(draft, { recursive: true, force: true });
  const mark = await siteFingerprint(options);
  await runNode(
    {
      name: 'Building the site',
      args: [path.join(rootDir, 'node_modules/astro/bin/astro.mjs'), 'build'],
      cwd: rootDir,
      env: {
        ...options.env,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        OUT_DIR: draft,
        SITE_URL: options.siteUrl,
        CONTENT_DIR: options.contentDir,
        SAMPLES: options.samples ? 'on' : 'off',
      },
      signal: options.signal,
    },
    context,
  );
  const today = todayInVietnam(now);
  const facts = { fingerprint: mark, builtOn: today, nextChange: nextRecordChange(record, today) };
  await writeFile(path.join(draft, builtForName), JSON.stringify(facts));
  return draft;
}

/** Builds lie below `.astro`, on the same disk and inside the package, so that imports resolve. */
function draftOf(distDir: string): string {
  return path.join(rootDir, '.astro', `build-${path.basename(distDir)}`);
}

/** Puts a finished build where the site is served from. The server must not run meanwhile. */
export async function putInPlace(draft: string, distDir: string): Promise<void> {
  const old = `${draft}-old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(distDir)) await rename(distDir, old);
  await rename(draft, distDir);
  await rm(old, { recursive: true, force: true });
}

/** Starts the site's server on a finished build and waits until it answers. */
export function startSite(
  distDir: string,
  env: Record<string, string> & { PORT: string },
  context: ProcessContext,
): Promise<ManagedProcess> {
  const args = [path.join(rootDir, 'src/server/main.ts'), distDir];
  return startServer(args, { ...env, NODE_ENV: 'production' }, context);
}

/** Starts the same server in front of Astro's compiler: pages are made from the sources as they are now. */
export function startLiveSite(
  _distDir: string,
  env: Record<string, string> & { PORT: string },
  context: ProcessContext,
): Promise<ManagedProcess> {
  const args = [path.join(rootDir, 'scripts/stack/live-site.ts')];
  return startServer(args, { ...env, NODE_ENV: 'development', ASTRO_TELEMETRY_DISABLED: '1' }, context);
}

async function startServer(
  args: string[],
  env: Record<string, string> & { PORT: string },
  context: ProcessContext,
): Promise<ManagedProcess> {
  const managedProcess = await startManagedProcess(
    { name: 'Site', command: process.execPath, args, cwd: rootDir, env, stopSignal: 'SIGTERM' },
    context,
  );
  const { HOST: address = '::' } = env;
  const everywhere = address === '::' || address === '0.0.0.0';
  const host = everywhere ? 'localhost' : address.includes(':') ? `[${address}]` : address;
  const healthy = answers(`http://${host}:${env.PORT}/healthz`);
  await untilReady(
    managedProcess,
    async () => (await recentOutput(managedProcess)).includes(listening) && (await healthy()),
    60_000,
  );
  return managedProcess;
}
