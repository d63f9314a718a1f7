import { readFileSync, statSync } from 'node:fs';
import { readStampKeyring } from '@ocop/rules/stamps/stamp-keyring-json';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';

/** What STAMP_KEYS, or the file STAMP_KEYS_FILE names, should hold. */
export const stampKeysExpected =
  'JSON like {"current":"1","epochs":{"1":"<32 bytes in base64>"}}, where current names one of ' +
  'the epochs that is not cut off, an epoch is one digit or capital letter without I, L, O and U, ' +
  'and in place of its bytes may stand {"secret":…,"from":…,"until":…,"cutOff":…} with instants ' +
  'like 2026-08-05T00:00:00Z';

/** Reads the text of STAMP_KEYS, or null where it is not of the expected shape. */
export function parseStampKeys(text: string): StampKeyring | null {
  return readStampKeyring(parseJson(text));
}

/**
 * The keyring in a file that nobody but its owner may read.
 * @param location from the working directory, or absolute
 * @returns what STAMP_KEYS_FILE should be instead, where the file cannot be used
 */
export function readStampKeysFile(
  location: string,
): { ok: true; keyring: StampKeyring } | { ok: false; expected: string } {
  try {
    const mode = statSync(location).mode & 0o777;
    if ((mode & 0o077) !== 0) {
      return {
        ok: false,
        expected:
          `a file for its owner alone, and others may open this one (mode ${mode.toString(8)}); ` +
          `run: chmod 600 ${location}`,
      };
    }
    const read = parseStampKeys(readFileSync(location, 'utf8'));
    return read
      ? { ok: true, keyring: read }
      : { ok: false, expected: `a file that holds ${stampKeysExpected}` };
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return { ok: false, expected: `a file that can be read; ${location} cannot (${why})` };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
