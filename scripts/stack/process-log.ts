/** The log of a managed process: rotated when the process starts, and its last lines as people read them. */
import { readFile, rename, stat } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** Logs above this size are set aside when a process starts, in bytes; there is one old copy. */
const longLog = 5 * 1024 * 1024;

/** Sets a long log aside. */
export async function rotate(logFile: string): Promise<void> {
  const found = await stat(logFile).catch(() => null);
  if (found && found.size > longLog) await rename(logFile, `${logFile}.1`);
}

/** Marks the start of each run in a log, so that output of an earlier run is not taken for this one's. */
export const startMark = '=== started';

/** The last lines a process wrote to its log since it was started: plain, at most a screen wide each. */
export async function lastLines(logFile: string, count = 12): Promise<string[]> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  const output = text.slice(text.lastIndexOf(startMark)).split('\n').slice(1);
  return output
    .flatMap((line) => readable(line).split('\n'))
    .map((line) => stripVTControlCharacters(line).trimEnd().slice(0, 200))
    .filter((line) => line !== '')
    .slice(-count);
}

/** A log line of the site (JSON, src/log) as a person reads it: the message and why. Others stay as they are. */
function readable(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const { msg, reason, err } = logLine.parse(JSON.parse(line));
    const why = reason ?? (err && `${err.type}: ${err.message}`);
    const stack = err?.stack ? `\n${err.stack.replaceAll(/^/gm, '  ')}` : '';
    return `${msg}${why ? ` (${why})` : ''}${stack}`;
  } catch {
    return line;
  }
}

const logLine = z.object({
  msg: z.string(),
  reason: z.string().optional(),
  err: z.object({ type: z.string(), message: z.string(), stack: z.string().optional() }).optional(),
});
