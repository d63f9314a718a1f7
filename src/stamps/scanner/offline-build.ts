/** Builds the offline worker into /sw.js, with the list of files it caches. */
import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('offline-worker.ts', import.meta.url));
const WORKER_FILE = 'sw.js';

/** Scripts, styles, fonts and the decoder; pictures are not needed to read a stamp. */
const OFFLINE_FILE = /\.(js|css|woff2|wasm)$/;

/** Marks the worker's own copy of a module that pages import as well. */
const OWN_COPY = '?offline-worker';

/**
 * The worker is one more entry of the browser build, with its own copy of every module it imports: a
 * module shared with a page would become a file of its own, which not every browser loads into a worker.
 * When the site is built, the names of the built files are written in front of it, so that any change
 * of them makes a new worker.
 * @throws when the worker was split into several files all the same
 */
export function offlineScanner(): AstroIntegration {
  return {
    name: 'offline-scanner',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'offline-worker',
                applyToEnvironment: ({ name }) => name === 'client',
                enforce: 'pre',
                buildStart() {
                  this.emitFile({ type: 'chunk', id: WORKER, fileName: WORKER_FILE });
                },
                async resolveId(source, importer) {
                  if (importer !== WORKER && !importer?.endsWith(OWN_COPY)) return null;
                  const resolved = await this.resolve(source, importer, { skipSelf: true });
                  return resolved && `${resolved.id}${OWN_COPY}`;
                },
              },
            ],
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const clientDir = fileURLToPath(dir);
        const file = path.join(clientDir, WORKER_FILE);
        const worker = await readFile(file, 'utf8');
        if (/^\s*(import|export)\b/m.test(worker) || /\bimport\s*\(/.test(worker)) {
          throw new Error(
            `${WORKER_FILE} was built in several parts; it must import nothing that pages share.`,
          );
        }
        const names = await readdir(path.join(clientDir, '_astro'), { recursive: true });
        const assets = names
          .filter((name) => OFFLINE_FILE.test(name))
          .map((name) => `/_astro/${name.split(path.sep).join('/')}`)
          .sort();
        const version = await versionOf(assets, path.join(clientDir, '../server'));
        await writeFile(file, `const BUILT=${JSON.stringify({ version, assets })};\n${worker}`);
        logger.info(`${WORKER_FILE} caches ${assets.length} files for reading stamps offline`);
      },
    },
  };
}

/** Changes with the cached files and with the server's code, which holds the messages of the cached page. */
async function versionOf(assets: readonly string[], serverDir: string): Promise<string> {
  const hash = createHash('sha256').update(assets.join('\n'));
  const chunks = (await readdir(serverDir, { recursive: true })).filter((name) => name.endsWith('.mjs'));
  for (const name of chunks.sort()) hash.update(await readFile(path.join(serverDir, name)));
  return hash.digest('base64url').slice(0, 16);
}
