import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import program from './photo-program.mjs?raw';

/** Bounds of a picture, see photo.server.ts. */
export interface PhotoLimits {
  side: number;
  mostPixels: { shrunk: number; whole: number };
  mostUnpacked: number;
  smallPixels: number;
}

/** Address space in kilobytes: Node takes half of it before it does anything, a picture at its bounds 0.3 GB. */
const MEMORY_KB = 2_000_000;
const DEADLINE_MS = 25_000;

/**
 * Decodes a stranger's picture and makes it anew in a process of its own, with none of this one's environment,
 * a bound on its memory where the system has one (ulimit), and an end after 25 s.
 * @returns null for what is no picture, or too much of one
 */
export async function decodeInProcess(bytes: Uint8Array, limits: PhotoLimits): Promise<Buffer | null> {
  const sharp = pathToFileURL(createRequire(import.meta.url).resolve('sharp')).href;
  const node = ['--input-type=module', '--eval', program, sharp, JSON.stringify(limits)];
  const child = spawn(
    '/bin/sh',
    ['-c', `ulimit -v ${MEMORY_KB} 2>/dev/null; exec "$0" "$@"`, process.execPath, ...node],
    { env: {}, stdio: ['pipe', 'pipe', 'ignore'], timeout: DEADLINE_MS, killSignal: 'SIGKILL' },
  );
  // It may end without reading all of a file that is no picture.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  const [jpeg, [code]] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
  return code === 0 && jpeg.length > 0 ? jpeg : null;
}
