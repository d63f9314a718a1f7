import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { StackError } from '../stack/stack-error.ts';
import { storedFile } from './stored-files.ts';

const schema = z.object({
  format: z.literal(1),
  /** ISO 8601, UTC. */
  takenAt: z.string(),
  /** `files`: those of the embedded server; `dump`: pg_dump's archive of an outside one. */
  database: z.object({ kind: z.enum(['files', 'dump']), major: z.string() }),
  /** Fingerprints of the stamp keys that belong to it, by epoch. */
  stampKeys: z.record(z.string(), z.string()),
  /** Folders of the database that hold no file, and all others. */
  folders: z.array(z.string()),
  files: z.array(storedFile),
});

/** What a backup says of itself, in `backup.json`: written last, so a folder without it is none. */
export type Manifest = z.infer<typeof schema>;

export const manifestName = 'backup.json';

/** Name of a backup taken at an instant: `ocop-20390615T091200Z`. */
export function backupName(at: Date): string {
  return `ocop-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
}

export const isBackupName = (name: string) => /^ocop-\d{8}T\d{6}Z$/.test(name);

/** Where the keys of a backup lie unless somebody took them elsewhere. */
export const keysFileBeside = (backup: string) => `${backup.replace(/\/+$/, '')}-keys.json`;

/** @throws StackError where the folder is no whole backup. */
export async function readManifest(backup: string): Promise<Manifest> {
  const location = path.join(backup, manifestName);
  const text = await readFile(location, 'utf8').catch(() => null);
  if (text === null) {
    throw new StackError(
      `There is no whole backup in ${backup} (${manifestName} is missing). A backup is a folder like ` +
        `${backupName(new Date())}; one that was broken off ends in ".partial".`,
    );
  }
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  throw new StackError(
    `${location} is damaged, or was written by a newer release. Take another backup, or that release.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
