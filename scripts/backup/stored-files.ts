import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';

/** One file of a backup, stored as `path` + '.gz' below the backup's folder. */
export const storedFile = z.object({
  path: z.string(),
  /** Of the file itself, not of what is stored. */
  bytes: z.number(),
  /** Of what is stored, SHA-256 in hex. */
  sha256: z.string(),
});
export type StoredFile = z.infer<typeof storedFile>;

/**
 * Compresses one file into a backup and flushes it to the disk.
 * @param name its path within the backup, with `/`
 * @returns null where the file was gone by the time it was opened: that of a server at work may be
 */
export async function store(
  source: string,
  folder: string,
  name: string,
  signal?: AbortSignal,
): Promise<StoredFile | null> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const digest = createHash('sha256');
  const digested = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
  });
  const handle = await open(source, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return null;
  const target = `${path.join(folder, name)}.gz`;
  await mkdir(path.dirname(target), { recursive: true });
  const written = createWriteStream(target, { mode: 0o600, flush: true });
  await pipeline(handle.createReadStream(), counted, createGzip({ level: 4 }), digested, written, { signal });
  return { path: name, bytes, sha256: digest.digest('hex') };
}

/** How a stored file differs from what was noted of it when it was written; null where it does not. */
export async function faultOf(folder: string, file: StoredFile): Promise<string | null> {
  const digest = createHash('sha256');
  let bytes = 0;
  try {
    await pipeline(
      createReadStream(`${path.join(folder, file.path)}.gz`),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          digest.update(chunk);
          yield chunk;
        }
      },
      createGunzip(),
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          done();
        },
      }),
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' ? 'is missing' : `cannot be read (${code})`;
  }
  if (digest.digest('hex') !== file.sha256) return 'is not what was written';
  return bytes === file.bytes ? null : `holds ${bytes} bytes instead of ${file.bytes}`;
}

/** Unpacks a stored file to a place of its own, for its owner alone. */
export async function unpack(folder: string, file: StoredFile, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  await pipeline(
    createReadStream(`${path.join(folder, file.path)}.gz`),
    createGunzip(),
    createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }),
  );
}

/** Files and folders below a folder, relative with `/`; what is gone while it is read is left out. */
export async function walk(root: string, leaveOut: (name: string) => boolean = () => false) {
  const files: string[] = [];
  const folders: string[] = [];
  const visit = async (within: string): Promise<void> => {
    const entries = await readdir(path.join(root, within), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const name = within === '' ? entry.name : `${within}/${entry.name}`;
      if (leaveOut(name)) continue;
      if (entry.isDirectory()) {
        folders.push(name);
        await visit(name);
      } else if (entry.isFile()) files.push(name);
    }
  };
  await visit('');
  return { files: files.sort(), folders: folders.sort() };
}

/** Whether a folder is there and holds anything. */
export async function holdsAnything(folder: string): Promise<boolean> {
  const there = await stat(folder).catch(() => null);
  return there !== null && (!there.isDirectory() || (await readdir(folder)).length > 0);
}
