import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { builtIndexName, contentHash, type BuiltFile, type BuiltIndex } from './built-files.ts';
import { kindOf } from './finish-file.ts';
import { FinishThreads } from './finish-threads.ts';
import { knownInlineScripts } from './inline-scripts.ts';

/** Files asked about at a time: enough that the threads never wait. */
const atOnce = 8;

/** Letters that no page of a build may show; one that does fails the build. */
export interface PageCheck {
  readonly letters: string;
  /** @param found those of the letters that the page of this name holds */
  add(name: string, found: string): void;
  /** @throws with what is wrong and where. */
  finish(): void;
}

/** The folder of copies made ahead, below the folder of the build. */
export const draftCopies = 'copies';

/** Threads that look for what pages of this site may not hold; see {@link writeBuiltIndex}. */
export async function openThreads(distDir: string, check?: PageCheck): Promise<FinishThreads> {
  const inlineScripts = await knownInlineScripts();
  return new FinishThreads(path.join(distDir, draftCopies), { inlineScripts, letters: check?.letters ?? '' });
}

/**
 * Writes a compressed copy beside every text file of a build, and the index the server starts from.
 * @param options.threads those that may have begun while pages were rendered; closed in the end
 * @param options.redirects former address of a page → its present one
 * @throws ForeignScriptError when a page would run what is not the site's own
 */
export async function writeBuiltIndex(
  distDir: string,
  options: { check?: PageCheck; threads?: FinishThreads | null; redirects?: Record<string, string> } = {},
): Promise<BuiltIndex> {
  const { check, redirects = {} } = options;
  const threads = options.threads ?? (await openThreads(distDir, check));
  try {
    const files = await finishedFiles(path.join(distDir, 'client'), threads, check);
    const inlineScripts = (await knownInlineScripts()).sort();
    const index: BuiltIndex = { files, inlineScripts, redirects };
    await writeFile(path.join(distDir, builtIndexName), JSON.stringify(index));
    return index;
  } finally {
    await threads.close();
  }
}

async function finishedFiles(
  clientDir: string,
  threads: FinishThreads,
  check: PageCheck | undefined,
): Promise<BuiltFile[]> {
  const names = (await readdir(clientDir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => path.relative(clientDir, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
  const faults: string[] = [];
  const files: BuiltFile[] = [];
  const queue = names.values();
  const worker = async () => {
    for (const name of queue) {
      const location = path.join(clientDir, name);
      // At once: through the event loop it takes five times as long, and nobody else waits for it.
      const content = readFileSync(location);
      const hash = contentHash(content);
      const finished = await threads.finish(location, content, hash, kindOf(name));
      check?.add(name, finished.letters);
      faults.push(...finished.faults.map((fault) => `${name}: ${fault}`));
      files.push({ path: name, hash, size: content.byteLength, br: finished.br, gz: finished.gz });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (faults.length > 0) throw new ForeignScriptError(faults);
  check?.finish();
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A built page holds a script, a handler or an address that the site did not put there. */
export class ForeignScriptError extends Error {
  constructor(faults: readonly string[]) {
    const lines = faults.toSorted().map((fault) => `  ${fault}`);
    super(
      `Built pages hold what is not the site's own and could run:\n${lines.join('\n')}\n` +
        'Find where it came from (a content file, a component) and take it out; a script of the site is ' +
        'a module, and one that has to stand inside a page is listed in src/server/inline-scripts.ts.',
    );
    this.name = 'ForeignScriptError';
  }
}
