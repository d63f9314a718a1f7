import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Folders that never count: what is built or installed follows from the rest. */
const ignored = new Set(['node_modules', '.medusa', 'dist', '.astro', '.data', '.git']);

/** Files read at a time: a large catalogue has thousands. */
const atOnce = 64;

/**
 * One hash over the names and contents of files. Absent paths count as absent, so that a file
 * appearing changes the fingerprint.
 * @param paths files and folders
 * @param facts anything else the result depends on
 * @param counts tells whether a file counts, by its name
 */
export async function fingerprint(
  paths: readonly string[],
  facts: readonly string[] = [],
  counts: (name: string) => boolean = () => true,
): Promise<string> {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`fact ${fact}\n`);
  for (const root of paths) {
    const files = (await filesBelow(root)).filter(counts);
    for (let start = 0; start < files.length; start += atOnce) {
      const some = files.slice(start, start + atOnce);
      const contents = await Promise.all(some.map((file) => readFile(file).catch(() => 'gone')));
      some.forEach((file, n) => hash.update(`file ${path.relative(root, file)}\n`).update(contents[n] ?? ''));
    }
    hash.update('end\n');
  }
  return hash.digest('hex');
}

async function filesBelow(root: string, links = true): Promise<string[]> {
  const kind = await stat(root).catch(() => null);
  if (!kind) return [];
  if (!kind.isDirectory()) return [root];
  const entries = await readdir(root, { withFileTypes: true });
  const nested = await Promise.all(
    entries
      .filter((entry) => !ignored.has(entry.name))
      .map(async (entry) => {
        const location = path.join(root, entry.name);
        if (entry.isDirectory()) return filesBelow(location, links);
        // A link counts as what it leads to, as for those who read it; links behind it do not: they may lead back.
        if (entry.isSymbolicLink()) return links ? filesBelow(location, false) : [];
        return entry.isFile() ? [location] : [];
      }),
  );
  return nested.flat().sort();
}
