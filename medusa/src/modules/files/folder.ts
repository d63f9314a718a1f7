import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** How long a private file is kept. */
export const PRIVATE_FILE_MS = 24 * 60 * 60 * 1_000;

/** Names this server gives; nothing else is looked for on the disk. */
const ownName = /^(private-)?[\w-]{1,80}\.[a-z\d]{1,8}$/i;
const formerName = /^(private-)?[^/\\\0]{1,250}$/;

/** A new name, which tells nothing and is not guessed: `private-{uuid}.csv`. */
export function newName(ending: string, isPrivate: boolean): string {
  const plain = /^[a-z\d]{1,8}$/.test(ending) ? ending : 'bin';
  return `${isPrivate ? 'private-' : ''}${randomUUID()}.${plain}`;
}

export const isPrivateName = (name: string) => name.startsWith('private-');

/**
 * Whether a name may stand for a file in a folder. Files of releases before 0.2 are called after what was
 * uploaded; those are pictures, and public.
 */
export function isFileName(name: string): boolean {
  if (name === '.' || name === '..') return false;
  return isPrivateName(name) ? ownName.test(name) : formerName.test(name);
}

/** Opens a new file that only this user may read where it is private. Throws where the disk is full. */
export async function createFile(folder: string, name: string): Promise<FileHandle> {
  const isPrivate = isPrivateName(name);
  await mkdir(folder, { recursive: true, mode: isPrivate ? 0o700 : 0o755 });
  return open(join(folder, name), 'wx', isPrivate ? 0o600 : 0o644);
}

/** Says that a file was written at `now` (ms), by the clock that will tell when its day is over. */
export async function dateFile(folder: string, name: string, now: number): Promise<void> {
  await utimes(join(folder, name), now / 1_000, now / 1_000);
}

/** Removes private files older than a day; how many. A folder that is not there holds none. */
export async function erasePrivateFiles(folder: string, now: number): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let erased = 0;
  for (const name of names.filter(isPrivateName)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (!found || now - found.mtimeMs < PRIVATE_FILE_MS) continue;
    await rm(path, { force: true });
    erased += 1;
  }
  return erased;
}
