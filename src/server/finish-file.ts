import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildCacheDir, cachedFile } from '../build-cache/build-cache.ts';
import { scriptFaults } from './inline-scripts.ts';

/**
 * How hard a file is compressed: pages quickly, because there may be thousands; lists for machines, which
 * grow with the pages, a little better; what every reader fetches (scripts, styles, the decoder) as well
 * as can be. Null where the format is compressed by itself.
 */
export type FileKind = 'page' | 'list' | 'asset' | null;

const settings = {
  page: { brotli: 5, gzip: 6 },
  list: { brotli: 9, gzip: 6 },
  asset: { brotli: 11, gzip: 9 },
} as const;

/** Below this a compressed copy saves less than the header that announces it. */
const worthCompressing = 400;
/** From this size on the best compressed copy is kept for the next build. */
const worthCaching = 64 * 1024;

export function kindOf(name: string): FileKind {
  if (name.endsWith('.html')) return 'page';
  if (name.endsWith('.xml')) return 'list';
  return /\.(css|js|mjs|json|svg|txt|webmanifest|wasm)$/.test(name) ? 'asset' : null;
}

/** What no page of a build may hold. */
export interface PageRules {
  /** CSP sources of the inline scripts that are the site's own. */
  inlineScripts: readonly string[];
  /** Letters to be told of wherever they stand in a page. */
  letters: string;
}

export interface FinishedFile {
  /** Bytes of the compressed copies, or null where compressing did not pay. */
  br: number | null;
  gz: number | null;
  /** What the page would run that is not the site's own; see {@link scriptFaults}. */
  faults: string[];
  /** Those of the letters asked for that the page holds. */
  letters: string;
}

/**
 * Makes what does one file's share of a build's last step: looks at a page, and writes the compressed
 * copies as `<copies>.br` and `<copies>.gz`.
 */
export function fileFinisher(rules: PageRules) {
  const known = new Set(rules.inlineScripts);
  const told = new Uint8Array(0x10000);
  for (let n = 0; n < rules.letters.length; n += 1) told[rules.letters.charCodeAt(n)] = 1;
  return async (content: Uint8Array, kind: FileKind, copies: string): Promise<FinishedFile> => {
    const page = kind === 'page' ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : null;
    const html = page?.toString('utf8') ?? '';
    const { br, gz } = await writeCopies(content, kind, copies);
    return { br, gz, faults: scriptFaults(html, known), letters: lettersOf(html, told) };
  };
}

/** A loop over the letters, because a regular expression with hundreds of them takes three times as long. */
function lettersOf(text: string, told: Uint8Array): string {
  const found = new Set<number>();
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index);
    if (told[letter] === 1) found.add(letter);
  }
  return String.fromCharCode(...found);
}

async function writeCopies(content: Uint8Array, kind: FileKind, copies: string) {
  if (kind === null || content.byteLength < worthCompressing) return { br: null, gz: null };
  const { brotli, gzip } = settings[kind];
  // One piece of output in most cases, instead of one for every 16 kB.
  const chunkSize = Math.max(1024, content.byteLength);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotli,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
  };
  const compressed = () => brotliCompressSync(content, { chunkSize, params });
  const best = kind === 'asset' && content.byteLength >= worthCaching;
  return {
    br: writeIfSmaller(`${copies}.br`, best ? await cachedCopy(content, compressed) : compressed(), content),
    gz: writeIfSmaller(`${copies}.gz`, gzipSync(content, { chunkSize, level: gzip }), content),
  };
}

/** The best setting takes five seconds for the decoder of symbols, which hardly ever changes. */
async function cachedCopy(content: Uint8Array, compressed: () => Buffer): Promise<Buffer> {
  const input = [content, JSON.stringify([settings.asset, process.versions.brotli])];
  const dir = path.resolve(buildCacheDir, 'compressed');
  return readFile(await cachedFile({ dir, extension: 'br', input }, async () => compressed()));
}

function writeIfSmaller(location: string, compressed: Buffer, content: Uint8Array): number | null {
  if (compressed.byteLength >= content.byteLength * 0.95) return null;
  writeFileSync(location, compressed);
  return compressed.byteLength;
}
