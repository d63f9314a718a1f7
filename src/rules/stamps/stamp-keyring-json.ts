/** The keyring as it is written down in JSON, for whoever is given it: the site, Medusa, a script. */
import { isPlainDate } from '../date.ts';
import { isEpoch, STAMP_SECRET_BYTES, stampKeyOf } from './stamp-keys.ts';
import type { StampKey, StampKeyring } from './stamp-keys.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const dates = ['from', 'until', 'cutOff'] as const;

/**
 * A keyring `{"current": "1", "epochs": {"1": KEY}}`, null where it is anything else. KEY is the
 * secret's 32 bytes in base64, or `{"secret": …, "from": …, "until": …, "cutOff": …}` with instants
 * in ISO 8601, each of which may be null or left out. New codes are never made under a key that is
 * cut off, so `current` names one that is not.
 */
export function readStampKeyring(json: unknown): StampKeyring | null {
  const fields = fieldsOf(json, ['current', 'epochs']);
  const written = fieldsOf(fields?.epochs, null);
  if (!written || typeof fields?.current !== 'string') return null;
  const epochs: Record<string, StampKey> = {};
  for (const [epoch, value] of Object.entries(written)) {
    const key = isEpoch(epoch) ? readKey(value) : null;
    if (key === null) return null;
    epochs[epoch] = key;
  }
  const keyring = { current: fields.current, epochs };
  return stampKeyOf(keyring, keyring.current)?.cutOff === null ? keyring : null;
}

/** A keyring in the shape {@link readStampKeyring} reads. Holds the secrets. */
export function plainStampKeys({ current, epochs }: StampKeyring): object {
  const entries = Object.entries(epochs).map(([epoch, key]) => [
    epoch,
    { ...key, secret: btoa(String.fromCharCode(...key.secret)) },
  ]);
  return { current, epochs: Object.fromEntries(entries) };
}

function readKey(value: unknown): StampKey | null {
  // Strict: a cut-off with a slip in its name must not be taken for none.
  const fields = typeof value === 'string' ? { secret: value } : fieldsOf(value, ['secret', ...dates]);
  const secret = readSecret(fields?.secret);
  const [from, until, cutOff] = dates.map((name) => readInstant(fields?.[name]));
  if (secret === null || from === undefined || until === undefined || cutOff === undefined) return null;
  return { secret, from, until, cutOff };
}

function readSecret(value: unknown): Uint8Array | null {
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]{43}=$/.test(value)) return null;
  const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
  return bytes.length === STAMP_SECRET_BYTES ? bytes : null;
}

/** In UTC; null for none; undefined where it cannot be read. */
function readInstant(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !INSTANT.test(value)) return undefined;
  const isReal = isPlainDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
  return isReal ? new Date(value).toISOString() : undefined;
}

/** The fields of an object that has none but those `known`; null for anything else. */
function fieldsOf(value: unknown, known: readonly string[] | null): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  if (known && Object.keys(value).some((name) => !known.includes(name))) return null;
  return { ...value };
}
