import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { plainStampKeys } from '@ocop/rules/stamps/stamp-keyring-json';
import type { StampKey, StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { readRunning } from '../../src/config/running.ts';
import { parseStampKeys, readStampKeysFile } from '../../src/config/stamp-keys.ts';
import { writePrivateJson } from './files.ts';
import { readSecrets, secretsFile, writeSecrets } from './secrets.ts';

/** The file the site takes its stamp keys from, and the keys in it now. */
export interface StampKeyStore {
  location: string;
  keyring: StampKeyring;
  /** Replaces the keys, whole or not at all; the file is for its owner alone. */
  write(keyring: StampKeyring): Promise<void>;
}

/**
 * Where the stamp keys are stored, found in the order in which the site looks: the environment, the file
 * STAMP_KEYS_FILE names, the secrets of the data folder. What a running stack was started with counts
 * as well. 'environment': they stand in STAMP_KEYS, where nobody but its owner can change them;
 * 'nowhere': nothing was drawn yet; 'unusable': the file should be as `expected` says.
 * @throws StackError when the secrets of the data folder are damaged.
 */
export async function findStampKeys(
  source: Record<string, string | undefined>,
): Promise<
  | { ok: true; store: StampKeyStore }
  | { ok: false; reason: 'environment' }
  | { ok: false; reason: 'nowhere' }
  | { ok: false; reason: 'unusable'; location: string; expected: string }
> {
  if (source.STAMP_KEYS?.trim()) return { ok: false, reason: 'environment' };
  const dataDir = source.DATA_DIR?.trim() || '.data';
  const running = (await readRunning(dataDir))?.env ?? {};
  const file = source.STAMP_KEYS_FILE?.trim() || running.STAMP_KEYS_FILE;
  if (file) return keysFile(file);

  const secrets = await readSecrets(dataDir);
  if (!secrets) return { ok: false, reason: 'nowhere' };
  const keyring = parseStampKeys(secrets.stampKeys);
  const location = path.resolve(secretsFile(dataDir));
  if (!keyring) {
    return { ok: false, reason: 'unusable', location, expected: 'with stampKeys as from a backup' };
  }
  if (running.STAMP_KEYS && !holdsCurrentOf(keyring, running.STAMP_KEYS)) {
    return { ok: false, reason: 'environment' };
  }
  const write = (changed: StampKeyring) =>
    writeSecrets(dataDir, { ...secrets, stampKeys: JSON.stringify(plainStampKeys(changed)) });
  return { ok: true, store: { location, keyring, write } };
}

async function keysFile(file: string): ReturnType<typeof findStampKeys> {
  const read = readStampKeysFile(file);
  if (!read.ok) {
    return { ok: false, reason: 'unusable', location: path.resolve(file), expected: read.expected };
  }
  // A link to the file stays one: the draft is put in the place the link leads to.
  const location = await realpath(file);
  const write = (changed: StampKeyring) => writePrivateJson(location, plainStampKeys(changed));
  return { ok: true, store: { location, keyring: read.keyring, write } };
}

/**
 * Whether the keys a stack runs with came from here: they may be older than the file, but then the
 * file still holds them.
 */
function holdsCurrentOf(keyring: StampKeyring, text: string): boolean {
  const running = parseStampKeys(text);
  const current = running?.epochs[running.current];
  const same = (key: StampKey) => Buffer.compare(key.secret, current?.secret ?? Buffer.of()) === 0;
  return Object.values(keyring.epochs).some(same);
}
