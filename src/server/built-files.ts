import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** One file of the built site as it may be sent. */
export interface BuiltFile {
  /** Path below dist/client, with forward slashes, like `san-pham/x.html`. */
  path: string;
  /** Content hash: the same content keeps its ETag over rebuilds, so phones need not fetch again. */
  hash: string;
  size: number;
  /** Bytes of the compressed copy beside it, or null where compressing did not pay. */
  br: number | null;
  gz: number | null;
}

/** What the build writes for the server: every file, and the inline scripts that pages may run. */
export interface BuiltIndex {
  files: BuiltFile[];
  /** CSP sources like `'sha256-…'` of the inline scripts that are the site's own, whatever pages hold. */
  inlineScripts: string[];
  /** Former address of a page → its present one, both without a trailing slash. */
  redirects: Record<string, string>;
}

/** Name of the index in the folder of the build (beside client/ and server/). */
export const builtIndexName = 'built.json';

/** Short content hash used in ETags. */
export function contentHash(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/**
 * Reads the index of a build.
 * @throws when the folder holds no finished build.
 */
export async function readBuiltIndex(distDir: string): Promise<BuiltIndex> {
  const file = path.join(distDir, builtIndexName);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    throw new Error(
      `There is no finished build in ${distDir} (${builtIndexName} is missing). Run "npm run build" first.`,
    );
  }
  return JSON.parse(text) as BuiltIndex;
}

/**
 * Finds the file for a decoded URL path: the file itself, else the page of that name
 * (`/san-pham/x` → `san-pham/x.html`, `/` → `index.html`).
 */
export function fileFor(files: ReadonlyMap<string, BuiltFile>, pathname: string): BuiltFile | null {
  const name = pathname.slice(1);
  if (name === '') return files.get('index.html') ?? null;
  return files.get(`${name}.html`) ?? files.get(name) ?? files.get(`${name}/index.html`) ?? null;
}

/** The clean address of a page asked for with its file name, or null: `/en/index.html` → `/en`. */
export function cleanAddress(files: ReadonlyMap<string, BuiltFile>, pathname: string): string | null {
  if (!pathname.endsWith('.html') || !files.has(pathname.slice(1))) return null;
  const page = pathname.slice(0, -'.html'.length);
  return page === '/index' ? '/' : page.replace(/\/index$/, '');
}
