import { readFileSync, statSync } from 'node:fs';
import { isEpoch, STAMP_SECRET_BYTES } from '@ocop/rules/stamp-keys';
import type { StampKey, StampKeyring } from '@ocop/rules/stamp-keys';
import { z } from 'zod';

/** What STAMP_KEYS, or the file STAMP_KEYS_FILE names, should hold. */
export const stampKeysExpected =
  'JSON like {"current":"1","epochs":{"1":"<32 bytes in base64>"}}, where current names one of ' +
  'the epochs that is not cut off, an epoch is one digit or capital letter without I, L, O and U, ' +
  'and in place of its bytes may stand {"secret":…,"from":…,"until":…,"cutOff":…} with instants ' +
  'like 2026-08-05T00:00:00Z';

const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .nullable()
  .default(null);
const secret = z
  .base64()
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
  .refine((bytes) => bytes.byteLength === STAMP_SECRET_BYTES);
const bareKey = secret.transform(
  (bytes): StampKey => ({ secret: bytes, from: null, until: null, cutOff: null }),
);
// Strict: a cut-off with a slip in its name must not be taken for none.
const datedKey = z.strictObject({ secret, from: instant, until: instant, cutOff: instant });
const keyring = z
  .strictObject({
    current: z.string(),
    epochs: z.record(z.string().refine(isEpoch), z.union([bareKey, datedKey])),
  })
  .refine(({ current, epochs }) => epochs[current]?.cutOff === null);

/** Reads the text of STAMP_KEYS, or null where it is not of the expected shape. */
export function parseStampKeys(text: string): StampKeyring | null {
  const parsed = keyring.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** A keyring in the shape {@link parseStampKeys} reads, for writing it down. Holds the secrets. */
export function plainStampKeys({ current, epochs }: StampKeyring): unknown {
  const entries = Object.entries(epochs).map(([epoch, key]) => [
    epoch,
    { ...key, secret: Buffer.from(key.secret).toString('base64') },
  ]);
  return { current, epochs: Object.fromEntries(entries) };
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
