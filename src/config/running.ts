import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readEnv, type Environment } from './env.ts';

const schema = z.object({
  pid: z.number(),
  startedAt: z.string(),
  siteUrl: z.string(),
  /** Settings under their names in the environment. */
  env: z.record(z.string(), z.string()),
});

/** The stack `npm start` runs from a data folder: where it is, and the keys to talk to its parts. */
export type RunningStack = z.infer<typeof schema>;

/** Where a running stack leaves its note. */
export function runningFile(dataDir: string): string {
  return path.join(dataDir, 'running.json');
}

/** The note of the running stack, or null where none runs. It may have been left by a crash. */
export async function readRunning(dataDir: string): Promise<RunningStack | null> {
  const text = await readFile(runningFile(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Settings for a script beside `npm start`: what is set for the script itself, over what the running
 * stack noted.
 * @throws EnvironmentError when a variable cannot be used.
 */
export async function runningEnv(
  source: Record<string, string | undefined> = process.env,
): Promise<Environment> {
  const own = Object.fromEntries(Object.entries(source).filter(([, value]) => value));
  const running = await readRunning(own.DATA_DIR ?? '.data');
  const { STAMP_KEYS, STAMP_KEYS_FILE, ...noted } = running?.env ?? {};
  // Stamp keys come from one place: a script's own stands for the stack's, in either way of giving.
  const keys = own.STAMP_KEYS || own.STAMP_KEYS_FILE ? {} : { STAMP_KEYS, STAMP_KEYS_FILE };
  return readEnv({ ...noted, ...keys, ...own });
}
