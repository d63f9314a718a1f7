import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** How long a message that was written instead of sent is kept. */
export const MAIL_FILE_DAYS = 30;

const DAY_MS = 24 * 60 * 60_000;

/**
 * Writes a message into a folder that only this user reads. The same message again replaces its file.
 * @param id identity of the message, which its name follows from
 * @throws where the disk is full or the folder cannot be written
 */
export async function writeMail(folder: string, id: string, content: Buffer, now: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${createHash('sha256').update(id).digest('hex').slice(0, 32)}.eml`;
  const partial = join(folder, `${name}.partial`);
  try {
    const file = await open(partial, 'w', 0o600);
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
    // By the clock that will tell when its time is over.
    await utimes(partial, now / 1_000, now / 1_000);
    await rename(partial, join(folder, name));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Removes messages of more than {@link MAIL_FILE_DAYS} days ago; how many. A folder that is not there holds none. */
export async function eraseOldMail(folder: string, now: number): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let erased = 0;
  for (const name of names.filter((one) => /^[\da-f]{32}\.eml(\.partial)?$/.test(one))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (!found || now - found.mtimeMs < MAIL_FILE_DAYS * DAY_MS) continue;
    await rm(path, { force: true });
    erased += 1;
  }
  return erased;
}
