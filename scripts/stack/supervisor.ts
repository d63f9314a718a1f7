import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endGroup } from './processes.ts';

/** A process that the supervisor watches. */
interface WatchedProcess {
  pid: number;
  signal: NodeJS.Signals;
}

/**
 * Watches over everything a start launched. It is a small process of its own at the end of a pipe:
 * when the start ends without having stopped its processes (killed, crashed, out of memory), the pipe
 * closes and the supervisor stops them, newest first, so that nothing is left behind holding ports and
 * data folders.
 */
export class Supervisor {
  readonly #process: ChildProcess;

  constructor() {
    this.#process = spawn(process.execPath, [fileURLToPath(import.meta.url), 'watch'], {
      // A session of its own: Ctrl-C at the terminal reaches the start, which stops in order.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#process.unref();
    this.#process.on('error', () => undefined);
    this.#process.stdin?.on('error', () => undefined);
  }

  add(pid: number, stopSignal: NodeJS.Signals): void {
    this.#process.stdin?.write(`+${pid} ${stopSignal}\n`);
  }

  remove(pid: number): void {
    this.#process.stdin?.write(`-${pid}\n`);
  }

  /** Ends the watch. Everything should have been removed. */
  close(): void {
    this.#process.stdin?.end();
  }
}

/** The supervisor's side of the pipe. */
async function watch(): Promise<void> {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);
  const watched = new Map<number, WatchedProcess>();
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [pid = '', stopSignal = 'SIGTERM'] = line.slice(1).split(' ');
      if (line.startsWith('+')) {
        watched.set(Number(pid), { pid: Number(pid), signal: stopSignal as NodeJS.Signals });
      } else watched.delete(Number(pid));
    }
  }
  for (const { pid, signal } of [...watched.values()].reverse()) await endGroup(pid, signal, 8_000);
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'watch') await watch();
