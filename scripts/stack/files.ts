import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file for its owner alone (mode 0600), whole or not at all: a crash half-way leaves the
 * file of before.
 */
export async function writePrivateJson(location: string, data: unknown): Promise<void> {
  await mkdir(path.dirname(location), { recursive: true });
  const draft = `${location}.${randomBytes(4).toString('hex')}.new`;
  // On the disk before it takes the old one's place: a power cut must not leave an empty file.
  await writeFile(draft, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, location);
}

/** The JSON in a file, or null where there is no such file or it is not JSON. */
export async function readJson(location: string): Promise<unknown> {
  const text = await readFile(location, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
