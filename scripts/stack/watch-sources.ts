import { watch } from 'chokidar';
import path from 'node:path';
import { messageOf } from './error-message.ts';
import { rootDir } from './root.ts';
import type { Stack } from './stack.ts';

/** Editors write a file in several steps, and a checkout writes many: changes this close are one, milliseconds. */
const SETTLE_MS = 300;

/** What has to be done after a change below a folder; pages and their pieces are followed by Vite itself. */
type Task = 'content' | 'medusa' | 'site';

/** Folders that are not compiled by Vite, or not by it alone. */
const watched: readonly { folder: string; tasks: readonly Task[] }[] = [
  { folder: 'medusa/src', tasks: ['medusa'] },
  { folder: 'src/contract', tasks: ['medusa', 'site'] },
  { folder: 'src/rules', tasks: ['medusa', 'site'] },
  { folder: 'src/stamp-sheet', tasks: ['medusa'] },
  { folder: 'src/config', tasks: ['site'] },
  { folder: 'src/digital-link', tasks: ['site'] },
  { folder: 'src/http', tasks: ['site'] },
  { folder: 'src/log', tasks: ['site'] },
  { folder: 'src/record', tasks: ['content'] },
  { folder: 'src/server', tasks: ['site'] },
];

/** Tests, and what editors leave beside the file they save. */
const passedOver = /\.test\.tsx?$|~$|\.sw[px]$|[\\/]\.[^\\/]*$/;

/**
 * Follows changes of the sources and the content while `npm run dev` runs: content is read again,
 * Medusa with its staff screens is built and started again, the site's own server is started again.
 * One task at a time; a task that fails says why and leaves what runs as it is.
 * @returns ends the watch
 */
export function watchSources(
  stack: Pick<Stack, 'followContent' | 'rebuildMedusa' | 'restartSite'>,
  contentDir: string,
  write: (text: string) => void,
): () => void {
  const due = new Set<Task>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working = false;
  let ended = false;

  const work: Record<Task, () => Promise<string>> = {
    content: async () => {
      await stack.followContent();
      return 'The content was read again; Medusa, search and the site follow it.';
    },
    medusa: async () =>
      (await stack.rebuildMedusa()) === 'unchanged'
        ? 'Nothing that Medusa is built from has changed.'
        : 'Medusa and its staff screens were built and started again.',
    site: async () => {
      await stack.restartSite();
      return 'The site was started again.';
    },
  };

  async function run(): Promise<void> {
    if (working || ended) return;
    working = true;
    // In this order: a site that starts finds Medusa and the record as they should be.
    for (const task of ['medusa', 'content', 'site'] as const) {
      if (!due.delete(task) || ended) continue;
      if (task === 'content') due.delete('site');
      write(`${task === 'medusa' ? 'Building Medusa' : 'Following a change'} …\n`);
      const told = await work[task]().catch((error: unknown) => `Not done: ${messageOf(error)}`);
      if (!ended) write(`${told}\n`);
    }
    working = false;
    if (due.size > 0) schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), SETTLE_MS);
  }

  const folders = [
    ...watched.map(({ folder, tasks }) => ({ folder: path.join(rootDir, folder), tasks })),
    { folder: contentDir, tasks: ['content'] as const },
  ];
  // Not node:fs: it loses sight of a file once an editor has put a new one in its place.
  const roots = folders.map(({ folder }) => folder);
  const watcher = watch(roots, {
    ignoreInitial: true,
    ignored: (file) => !roots.includes(file) && passedOver.test(file),
  });
  watcher.on('all', (_event, file) => {
    for (const { folder, tasks } of folders) {
      if (file !== folder && !file.startsWith(folder + path.sep)) continue;
      for (const task of tasks) due.add(task);
    }
    schedule();
  });
  watcher.on('error', (error) => {
    write(`Changes may go unseen from now on: ${messageOf(error)} Start npm run dev again.\n`);
  });
  return () => {
    ended = true;
    clearTimeout(timer);
    void watcher.close();
  };
}
