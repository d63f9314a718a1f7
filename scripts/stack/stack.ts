import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { todayInVietnam, type PlainDate } from '@ocop/rules/date';
import type { Environment } from '../../src/config/env.ts';
import { writeRecord } from '../../src/server/write-record.ts';
import { contentSummary, readContent } from './content.ts';
import { clearContentFault, tellContentFault } from './content-fault.ts';
import { messageOf } from './error-message.ts';
import { fingerprint } from './fingerprint.ts';
import { openSecrets } from './installation.ts';
import { keepRunning, type KeepRunning } from './keep-running.ts';
import { Supervisor } from './supervisor.ts';
import { stopLeftovers, type ManagedProcess, type ProcessContext } from './managed-process.ts';
import type { Progress } from './progress.ts';
import { nextRecordChange } from './record-changes.ts';
import { rootDir } from './root.ts';
import { siteSettings, type Known } from './settings.ts';
import { syncContent } from './shop.ts';
import {
  buildSite,
  isBuilt,
  isOverBy,
  putInPlace,
  startLiveSite,
  startSite,
  type SiteBuildOptions,
} from './site.ts';
import { openCommerce, openSearch, sitePort, type Start } from './start-services.ts';
import { StateFile, type State } from './state.ts';

export interface StackOptions {
  /** 'built' serves a finished build; 'live' compiles pages as they are asked for. */
  site: 'built' | 'live';
  env: Environment;
  /** The environment as text. */
  source: Record<string, string | undefined>;
  /** Folder the site is built to and served from; inside the repository, so that imports resolve. */
  distDir: string;
  /** Whether Medusa's admin pages are needed. */
  admin: boolean;
  /** Whether the database must survive a power cut. */
  durable: boolean;
  progress: Progress;
  /** Takes the stamp keys and the database for a pair as they are. */
  acceptKeys?: boolean;
  /** Breaks the start off; what runs by then is stopped. */
  signal: AbortSignal;
  /** Hears of a process that ended although nobody asked it to, and is launched again. */
  onCrash?: KeepRunning['onCrash'];
  onFailure?: KeepRunning['onFailure'];
}

/** Everything that runs, and how to end it. */
export interface Stack {
  known: Known;
  /** Address of Medusa Admin; null where it runs elsewhere or was not built. */
  adminUrl: string | null;
  /** What runs, in the order of starting. */
  processes(): readonly ManagedProcess[];
  /** Builds and restarts the site where the day changed what its pages say. */
  followTheDay(now: Date): Promise<'unchanged' | 'rebuilt'>;
  /** Reads the content again and brings Medusa, the search index and a live site to it. */
  followContent(): Promise<void>;
  /** Builds Medusa from its sources and starts it again in place of the one that runs. */
  rebuildMedusa(): Promise<'unchanged' | 'rebuilt'>;
  /** Starts the site's process again, with its sources as they are now. */
  restartSite(): Promise<void>;
  /** Stops everything, in the reverse order of starting. */
  stop(): Promise<void>;
}

/** How many steps a start announces. */
export const stackSteps = 11;

/**
 * Starts everything the site needs on this machine, or uses what the environment names instead. A
 * step whose inputs have not changed since it was last done is left out.
 * @throws StackError, ContentError, CommerceError or SearchSyncError, with a message for the person at
 * the terminal; everything already started is stopped by then.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const dataDir = path.resolve(options.env.DATA_DIR);
  await mkdir(dataDir, { recursive: true });
  const context: ProcessContext = { dataDir: await realpath(dataDir), supervisor: new Supervisor() };
  let processes: ManagedProcess[] = [];
  const stopped = new AbortController();
  const stop = async () => {
    stopped.abort();
    for (const managedProcess of [...processes].reverse()) await managedProcess.stop();
    context.supervisor.close();
  };
  try {
    await stopLeftovers(context.dataDir);
    const started = await startEverything(options, context, (managedProcess) => {
      processes = [...processes.filter(({ name }) => name !== managedProcess.name), managedProcess];
      const { onCrash, onFailure } = options;
      void keepRunning(managedProcess, { onCrash, onFailure, signal: stopped.signal });
      // A rebuild under way may start a process after the stop was asked for.
      if (stopped.signal.aborted) void managedProcess.stop();
    });
    return { ...started, processes: () => processes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startEverything(
  options: StackOptions,
  context: ProcessContext,
  running: (managedProcess: ManagedProcess) => void,
): Promise<Omit<Stack, 'processes' | 'stop'>> {
  const { env, source, progress, signal } = options;

  const secretStep = progress.step('Secrets');
  const opened = await openSecrets(context.dataDir, env, options.acceptKeys ?? false);
  const { secrets } = opened;
  secretStep.done(opened.created ? `drawn, stored in ${path.join(context.dataDir, 'secrets.json')}` : 'read');

  const contentStep = progress.step('Content');
  const record = await readContent(env, contentStep.note);
  contentStep.done(contentSummary(record));

  const port = await sitePort(env, progress);
  const siteUrl = source.SITE_URL ? env.SITE_URL : `http://localhost:${port}`;
  const start: Start = {
    env,
    secrets,
    opened,
    acceptKeys: options.acceptKeys ?? false,
    context,
    progress,
    signal,
    siteUrl,
    admin: options.admin,
    durable: options.durable,
    running,
  };
  const commerce = await openCommerce(start);
  signal.throwIfAborted();
  const search = await openSearch(start);
  const known: Known = {
    env,
    source,
    secrets,
    dataDir: context.dataDir,
    distDir: path.resolve(options.distDir),
    port,
    siteUrl,
    medusaUrl: commerce.url,
    databaseUrl: commerce.databaseUrl,
    stampsDatabaseUrl: commerce.stampsDatabaseUrl,
    keys: commerce.keys,
    search,
  };

  const today = todayInVietnam(new Date());
  const syncStep = progress.step('Products to Medusa and search');
  const targets = {
    medusa: commerce.keys && { url: commerce.url, adminKey: commerce.keys.adminKey },
    search,
  };
  const state = new StateFile(context.dataDir);
  const mark = await syncFingerprint(env, [commerce.identity, search?.identity ?? 'no search']);
  if (isSynced(await state.read(), env, mark, today)) syncStep.done('up to date');
  else {
    syncStep.done(await syncContent(record, targets, syncStep));
    await state.remember({ synced: { mark, nextChange: nextRecordChange(record, today) } });
  }
  signal.throwIfAborted();

  const siteBuild: SiteBuildOptions = {
    distDir: known.distDir,
    contentDir: path.resolve(env.CONTENT_DIR),
    samples: env.SAMPLES,
    siteUrl: known.siteUrl,
    env: siteSettings(known),
    signal,
  };
  const buildStep = progress.step('Site, build');
  if (options.site === 'live') {
    await clearContentFault(siteSettings(known).RECORD_DIR ?? '');
    await writeRecord(record, siteSettings(known).RECORD_DIR ?? '', today);
    buildStep.done('not needed: pages are made as they are asked for');
  } else if (await isBuilt(siteBuild, today)) buildStep.done('up to date');
  else {
    await putInPlace(await buildSite(siteBuild, record, context, new Date()), known.distDir);
    buildStep.done('built');
  }

  const serve = options.site === 'live' ? startLiveSite : startSite;
  const siteStep = progress.step('Site');
  let site = await serve(known.distDir, siteSettings(known), context);
  running(site);
  siteStep.done(`serving on port ${port}`);
  const startAgain = async () => {
    site = await serve(known.distDir, siteSettings(known), context);
    running(site);
  };

  let isBehind = false;
  return {
    known,
    adminUrl: commerce.adminUrl,
    rebuildMedusa: commerce.rebuild,
    async restartSite() {
      await site.stop();
      await startAgain();
    },
    async followContent() {
      const recordDir = siteSettings(known).RECORD_DIR ?? '';
      const current = await readContent(env, progress.say).catch(async (error: unknown) => {
        if (options.site === 'live') await tellContentFault(recordDir, messageOf(error));
        throw error;
      });
      await clearContentFault(recordDir);
      await writeRecord(current, recordDir, todayInVietnam(new Date()));
      await syncContent(current, targets, silentStep);
      signal.throwIfAborted();
      await site.stop();
      await startAgain();
    },
    async followTheDay(now) {
      if (options.site === 'live') return 'unchanged';
      const isOver = await isOverBy(known.distDir, todayInVietnam(now));
      if (!isOver && !isBehind) return 'unchanged';
      const current = await readContent(env, progress.say);
      if (isOver) {
        const draft = await buildSite(siteBuild, current, context, now);
        signal.throwIfAborted();
        await site.stop();
        await putInPlace(draft, known.distDir);
        await startAgain();
      }
      // After the pages: what is found must have one. A synchronisation that fails is asked for again.
      isBehind = true;
      await syncContent(current, targets, silentStep);
      isBehind = false;
      return 'rebuilt';
    },
  };
}

const silentStep = { note: () => undefined, done: () => undefined };

/** What the shop and the index were brought to: one content, one set of rules, one pair of servers. */
function syncFingerprint(env: Environment, servers: readonly string[]): Promise<string> {
  const rules = ['src/search', 'src/record', 'src/rules', 'scripts/commerce'];
  return fingerprint(
    [path.resolve(env.CONTENT_DIR), ...rules.map((room) => path.join(rootDir, room))],
    [env.SAMPLES ? 'samples' : 'no samples', ...servers],
    (name) => !name.endsWith('.test.ts'),
  );
}

/** Servers of somebody else are always brought up to date: nobody here knows what happened to them. */
function isSynced({ synced }: State, env: Environment, mark: string, today: PlainDate): boolean {
  if (env.MEDUSA_URL || env.MEILI_URL || env.DATABASE_URL) return false;
  return synced?.mark === mark && !(synced.nextChange !== null && synced.nextChange <= today);
}
