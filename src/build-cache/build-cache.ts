import { createHash } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Below the root of the repository, beside what Astro keeps there; deleting it costs time only. */
export const buildCacheDir = '.astro';

/**
 * A file that takes long to make and follows from its input alone: made once, then found again by every
 * later build.
 * @param file.dir folder of files made in the same way; it is made where it is missing
 * @param file.input everything the content follows from, versions of the program that makes it included
 * @returns where the file is
 */
export async function cachedFile(
  file: { dir: string; extension: string; input: readonly (string | Uint8Array)[] },
  make: () => Promise<Uint8Array>,
): Promise<string> {
  const hash = createHash('sha256');
  for (const part of file.input) hash.update(part);
  const location = path.join(file.dir, `${hash.digest('base64url').slice(0, 16)}.${file.extension}`);
  const isThere = await access(location).then(
    () => true,
    () => false,
  );
  if (isThere) return location;
  await mkdir(file.dir, { recursive: true });
  // Two builds may run at once: the file appears whole or not at all.
  const draft = `${location}.${process.pid}`;
  await writeFile(draft, await make());
  await rename(draft, location);
  return location;
}
