/**
 * The secrets behind stamp codes, one a key epoch, and what happens to an epoch in time: it is
 * made current, another takes its place, and where its secret leaked it is cut off.
 */
import { CROCKFORD_ALPHABET, isCrockford } from './crockford.ts';

export const STAMP_SECRET_BYTES = 32;

/** One epoch of the keyring. Instants are ISO 8601 in UTC, null where nothing is known or decided. */
export interface StampKey {
  /** 32 secret bytes. Whoever can verify with them can forge: keep them on the server. */
  secret: Uint8Array;
  /** When new codes began to be made under it. */
  from: string | null;
  /** When new codes ceased to be made under it. Printed stamps stay good after that. */
  until: string | null;
  /** Ranges activated from this instant on are refused; see {@link isCutOff}. */
  cutOff: string | null;
}

export interface StampKeyring {
  /** Epoch of new codes: one character of Crockford base 32. */
  current: string;
  epochs: Record<string, StampKey>;
}

/** The key of an epoch, undefined where the keyring has none. */
export function stampKeyOf(keyring: StampKeyring, epoch: string): StampKey | undefined {
  return Object.hasOwn(keyring.epochs, epoch) ? keyring.epochs[epoch] : undefined;
}

/**
 * The epoch new codes are made under. RangeError when the keyring lacks it, when its name is not
 * one printed character of the alphabet, or when its secret has not 32 bytes.
 */
export function currentStampKey(keyring: StampKeyring): { epoch: string; secret: Uint8Array } {
  const epoch = keyring.current;
  const secret = stampKeyOf(keyring, epoch)?.secret;
  if (!secret || !isEpoch(epoch)) {
    throw new RangeError(`The keyring has no usable epoch '${epoch}'`);
  }
  checkSecret(secret);
  return { epoch, secret };
}

/** Whether this names an epoch: one character of Crockford base 32, as it is printed. */
export function isEpoch(text: string): boolean {
  return isCrockford(text, 1);
}

/** RangeError unless the secret has its 32 bytes. */
export function checkSecret(secret: Uint8Array): void {
  if (secret.length !== STAMP_SECRET_BYTES) {
    throw new RangeError(`A stamp key has ${STAMP_SECRET_BYTES} bytes, not ${secret.length}`);
  }
}

/**
 * Whether a stamp is refused because the secret of its epoch is known to strangers. Whoever holds
 * the secret can write a right code for any place of any range, but cannot have had a range
 * activated before the theft: the ranges activated before the cut-off stay good, all others of the
 * epoch are refused, those not activated yet (`null`) among them. Forged copies of places within
 * an older range remain possible, as copies by camera are; scan histories show both. False for an
 * epoch the keyring does not have, which verifying refuses anyway.
 * Source: our threat model (a leaked key must not void what is already on goods).
 * @param activatedAt when the stamp's range was activated, ISO 8601
 */
export function isCutOff(keyring: StampKeyring, epoch: string, activatedAt: string | null): boolean {
  const cutOff = stampKeyOf(keyring, epoch)?.cutOff ?? null;
  if (cutOff === null) return false;
  // Asked this way round so that an instant nobody can read is refused, not let through.
  return activatedAt === null || !(Date.parse(activatedAt) < Date.parse(cutOff));
}

/**
 * The keyring with a new epoch, made current at `at`: the epoch until now ends at that instant.
 * 'no-epoch-left' when all 32 characters name one. RangeError unless the secret has 32 bytes.
 * @param at ISO 8601
 */
export function rotateStampKeys(
  keyring: StampKeyring,
  secret: Uint8Array,
  at: string,
): { ok: true; keyring: StampKeyring } | { ok: false; reason: 'no-epoch-left' } {
  checkSecret(secret);
  const free = [...EPOCH_ORDER].find((epoch) => !stampKeyOf(keyring, epoch));
  if (free === undefined) return { ok: false, reason: 'no-epoch-left' };
  const epochs = { ...keyring.epochs, [free]: { secret, from: at, until: null, cutOff: null } };
  const before = stampKeyOf(keyring, keyring.current);
  if (before) epochs[keyring.current] = { ...before, until: at };
  return { ok: true, keyring: { current: free, epochs } };
}

/** The first epoch is called 1, as people count; 0 comes last. */
const EPOCH_ORDER = `${CROCKFORD_ALPHABET.slice(1)}0`;

/**
 * The keyring with an epoch cut off; see {@link isCutOff}. 'current-epoch': new stamps would be
 * refused as soon as they are made, so another epoch has to be made current first;
 * 'cut-off-earlier': it is cut off already, and a later instant would let forged stamps back in.
 * @param at ISO 8601
 */
export function cutOffStampKey(
  keyring: StampKeyring,
  epoch: string,
  at: string,
):
  | { ok: true; keyring: StampKeyring }
  | { ok: false; reason: 'unknown-epoch' | 'current-epoch' | 'cut-off-earlier' } {
  const key = stampKeyOf(keyring, epoch);
  if (!key) return { ok: false, reason: 'unknown-epoch' };
  if (epoch === keyring.current) return { ok: false, reason: 'current-epoch' };
  if (key.cutOff !== null && Date.parse(key.cutOff) <= Date.parse(at)) {
    return { ok: false, reason: 'cut-off-earlier' };
  }
  const epochs = { ...keyring.epochs, [epoch]: { ...key, cutOff: at } };
  return { ok: true, keyring: { ...keyring, epochs } };
}
