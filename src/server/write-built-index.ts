import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { builtIndexName, contentHash, type BuiltFile, type BuiltIndex } from './built-files.ts';
import { knownInlineScripts, scriptFaults } from './inline-scripts.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const compressible = /\.(html|css|js|mjs|json|svg|txt|xml|webmanifest|wasm)$/;
/** Below this a compressed copy saves less than the header that announces it. */
const worthCompressing = 400;
/** Files read and compressed at a time: enough to keep zlib's four threads busy. */
const atOnce = 8;

/** Looks at every page of a build and may refuse it. */
export interface PageCheck {
  add(name: string, html: string): void;
  /** @throws with what is wrong and where, which fails the build. */
  finish(): void;
}

/**
 * Writes a compressed copy beside every text file of a build, and the index the server starts from.
 * Pages take a quick setting, because there may be thousands; assets, few and fetched by everybody,
 * the best one.
 * @param redirects former address of a page → its present one
 * @throws ForeignScriptError when a page would run what is not the site's own
 */
export async function writeBuiltIndex(
  distDir: string,
  check?: PageCheck,
  redirects: Record<string, string> = {},
): Promise<BuiltIndex> {
  const clientDir = path.join(distDir, 'client');
  const names = (await readdir(clientDir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => path.relative(clientDir, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
  const inlineScripts = await knownInlineScripts();
  const known = new Set(inlineScripts);
  const faults: string[] = [];
  const files: BuiltFile[] = [];
  const queue = names.values();
  const worker = async () => {
    for (const name of queue) {
      const content = await readFile(path.join(clientDir, name));
      if (name.endsWith('.html')) {
        const html = content.toString('utf8');
        check?.add(name, html);
        faults.push(...scriptFaults(html, known).map((fault) => `${name}: ${fault}`));
      }
      files.push(await compressedBeside(clientDir, name, content));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (faults.length > 0) throw new ForeignScriptError(faults);
  check?.finish();
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const index: BuiltIndex = { files, inlineScripts: inlineScripts.sort(), redirects };
  await writeFile(path.join(distDir, builtIndexName), JSON.stringify(index));
  return index;
}

/** A built page holds a script, a handler or an address that the site did not put there. */
export class ForeignScriptError extends Error {
  constructor(faults: readonly string[]) {
    const lines = faults.toSorted().map((fault) => `  ${fault}`);
    super(
      `Built pages hold what is not the site's own and could run:\n${lines.join('\n')}\n` +
        'Find where it came from (a content file, a component) and take it out; a script of the site is ' +
        'a module, and one that has to stand inside a page is listed in src/server/inline-scripts.ts.',
    );
    this.name = 'ForeignScriptError';
  }
}

async function compressedBeside(clientDir: string, name: string, content: Buffer): Promise<BuiltFile> {
  const file: BuiltFile = {
    path: name,
    hash: contentHash(content),
    size: content.byteLength,
    br: null,
    gz: null,
  };
  if (!compressible.test(name) || content.byteLength < worthCompressing) return file;
  const page = name.endsWith('.html');
  // One piece of output in most cases, instead of a turn through the event loop for every 16 kB.
  const chunkSize = Math.max(1024, content.byteLength);
  const [br, gz] = await Promise.all([
    brotli(content, {
      chunkSize,
      params: {
        [constants.BROTLI_PARAM_QUALITY]: page ? 5 : 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
      },
    }),
    gzipped(content, { chunkSize, level: page ? 6 : 9 }),
  ]);
  return {
    ...file,
    br: await writeIfSmaller(path.join(clientDir, `${name}.br`), br, content),
    gz: await writeIfSmaller(path.join(clientDir, `${name}.gz`), gz, content),
  };
}

async function writeIfSmaller(location: string, compressed: Buffer, content: Buffer): Promise<number | null> {
  if (compressed.byteLength >= content.byteLength * 0.95) return null;
  await writeFile(location, compressed);
  return compressed.byteLength;
}
