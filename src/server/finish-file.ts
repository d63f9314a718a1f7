import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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
  const units = Array.from({ length: rules.letters.length }, (_, n) => rules.letters.charCodeAt(n));
  const escaped = units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`);
  const letters = new RegExp(`[${escaped.join('')}]`, 'g');
  return (content: Uint8Array, kind: FileKind, copies: string): FinishedFile => {
    const page = kind === 'page' ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : null;
    const html = page?.toString('utf8') ?? '';
    const { br, gz } = writeCopies(content, kind, copies);
    return {
      br,
      gz,
      faults: scriptFaults(html, known),
      letters: [...new Set(html.match(letters))].join(''),
    };
  };
}

function writeCopies(content: Uint8Array, kind: FileKind, copies: string) {
  if (kind === null || content.byteLength < worthCompressing) return { br: null, gz: null };
  const { brotli, gzip } = settings[kind];
  // One piece of output in most cases, instead of one for every 16 kB.
  const chunkSize = Math.max(1024, content.byteLength);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotli,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
  };
  return {
    br: keepIfSmaller(`${copies}.br`, brotliCompressSync(content, { chunkSize, params }), content),
    gz: keepIfSmaller(`${copies}.gz`, gzipSync(content, { chunkSize, level: gzip }), content),
  };
}

function keepIfSmaller(location: string, compressed: Buffer, content: Uint8Array): number | null {
  if (compressed.byteLength >= content.byteLength * 0.95) return null;
  writeFileSync(location, compressed);
  return compressed.byteLength;
}
