import { useEffect, useRef, useState } from 'react';
import { fetchVerdicts } from './fetch-verdicts.ts';
import { added, answered, readQueue, unanswered, without } from './queue.ts';
import type { Waiting } from './queue.ts';

const STORAGE_KEY = 'stamps-read-offline';

/** `waiting`: how many the last round had to leave for later. */
export type Progress = { kind: 'idle' } | { kind: 'running' } | { kind: 'done'; waiting: number };

/**
 * The stamps waiting on this device. Every change is read from and written to the browser's storage,
 * so that two open pages do not lose each other's; where it may not be used, the list lives as long as
 * the page.
 */
export function useQueue() {
  const [queue, setQueue] = useState<readonly Waiting[]>([]);
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const [isStored, setStored] = useState(true);
  const latest = useRef(queue);
  const running = useRef<AbortController>(undefined);

  function change(update: (queue: readonly Waiting[]) => readonly Waiting[]): void {
    const next = update(read() ?? latest.current);
    latest.current = next;
    setStored(write(next));
    setQueue(next);
  }

  async function ask(): Promise<void> {
    const paths = unanswered(read() ?? latest.current).map(({ path }) => path);
    if (running.current || paths.length === 0) return;
    const mine = new AbortController();
    running.current = mine;
    setProgress({ kind: 'running' });
    const { waiting } = await fetchVerdicts(
      paths,
      (path, verdict) => change((all) => answered(all, path, verdict, new Date().toISOString())),
      mine.signal,
    );
    running.current = undefined;
    if (!mine.signal.aborted) setProgress({ kind: 'done', waiting });
  }

  useEffect(() => {
    const show = () => {
      latest.current = read() ?? latest.current;
      setQueue(latest.current);
    };
    show();
    window.addEventListener('storage', show);
    return () => {
      window.removeEventListener('storage', show);
      running.current?.abort();
    };
  }, []);

  return {
    queue,
    progress,
    isStored,
    ask,
    add: (entry: Parameters<typeof added>[1]) => change((all) => added(all, entry)),
    remove: (path: string) => change((all) => without(all, path)),
    clear: () => change(() => []),
  };
}

/** Null where storage may not be used. */
function read(): Waiting[] | null {
  try {
    return readQueue(localStorage.getItem(STORAGE_KEY));
  } catch {
    return null;
  }
}

function write(queue: readonly Waiting[]): boolean {
  try {
    if (queue.length === 0) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, JSON.stringify(queue));
    return true;
  } catch {
    return false;
  }
}
