/**
 * Stamps of form O, which anybody can check without asking us: the address carries an Ed25519
 * signature (RFC 8032) over GTIN, key epoch and serial, and the public keys are published as a
 * JSON Web Key Set (RFC 7517, RFC 8037). Runs in any browser, without a network and without
 * WebCrypto, which pages opened over plain http do not have. As with every stamp, a right
 * signature says who issued the code; it cannot tell a photocopy.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { decodeCrockford, encodeCrockford, isCrockford } from './crockford.ts';
import { toGtin14 } from '../digital-link/gtin.ts';
import { isEpoch } from './stamp-keys.ts';
import { printedOrigin, SIGNATURE_LENGTH, SIGNED_CODE_LENGTH } from './stamp-url.ts';

/** What is signed. `epoch` is K, one character; `serial` 9; `gtin14` null on the path without one. */
export interface SignedSubject {
  gtin14: string | null;
  epoch: string;
  serial: string;
}

/** A stamp of form O as its address tells it; only {@link verifySignedCode} says whether it is true. */
export interface SignedCode extends SignedSubject {
  /** 103 characters: 512 bits, most significant first, below three zero bits. */
  signature: string;
  /** K and SERIAL, the 10 characters printed for people. */
  code10: string;
}

/** A public key of one epoch. Instants are ISO 8601, as in `StampKey`. */
export interface PublicStampKey {
  /** The epoch, K of the codes it signs. */
  kid: string;
  /** 32 bytes, RFC 8032 5.1.5. */
  key: Uint8Array;
  /** Codes were signed with it between these instants, and stay good afterwards. */
  from: string | null;
  until: string | null;
  /** Its secret leaked: only ranges activated before this are good, which the server can tell. */
  cutOff: string | null;
}

export type SignedVerification =
  | { ok: true; kid: string; from: string | null; until: string | null; cutOff: string | null }
  | { ok: false; reason: 'malformed' | 'unknown-key' | 'bad-signature' };

const SIGNATURE_BYTES = 64;
const PUBLIC_KEY_BYTES = 32;

/** No other thing we sign begins like this. */
const DOMAIN = 'ocop signed stamp 1';

/** The bytes under the signature: domain, GTIN (empty without one), K, SERIAL, a zero byte between. */
export function signedCodeMessage({ gtin14, epoch, serial }: SignedSubject): Uint8Array {
  return new TextEncoder().encode([DOMAIN, gtin14 ?? '', epoch, serial].join('\0'));
}

/** 64 bytes as the 103 characters that are printed. RangeError for another length. */
export function encodeSignature(bytes: Uint8Array): string {
  if (bytes.length !== SIGNATURE_BYTES) {
    throw new RangeError(`A signature has ${SIGNATURE_BYTES} bytes, not ${bytes.length}`);
  }
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return encodeCrockford(value, SIGNATURE_LENGTH);
}

/**
 * The 64 bytes of a printed signature. Null when it is not 103 characters in the printed form, or
 * when the three bits above the signature are not zero: every signature is written in one way only.
 */
export function decodeSignature(text: string): Uint8Array | null {
  const value = isCrockford(text, SIGNATURE_LENGTH) ? decodeCrockford(text) : null;
  if (value === null || value >> 512n !== 0n) return null;
  const bytes = new Uint8Array(SIGNATURE_BYTES);
  let rest = value;
  for (let at = SIGNATURE_BYTES - 1; at >= 0; at -= 1) {
    bytes[at] = Number(rest & 255n);
    rest >>= 8n;
  }
  return bytes;
}

/**
 * The address printed in the QR: HTTPS://HOST/{signature}/01/{GTIN14}/21/{K}{SERIAL}, or
 * HTTPS://HOST/{signature}/T/{K}{SERIAL} without a GTIN. 154 characters with a GTIN and a host of 10.
 * RangeError for a bad origin, GTIN, signature or code.
 */
export function signedStampUrl(
  origin: string,
  { signature, gtin14, epoch, serial }: SignedSubject & { signature: string },
): string {
  const code = epoch + serial;
  if (!isCrockford(code, SIGNED_CODE_LENGTH) || decodeSignature(signature) === null) {
    throw new RangeError(`Not a signed stamp: '${signature}', '${code}'`);
  }
  const path = gtin14 === null ? `T/${code}` : `01/${toGtin14(gtin14)}/21/${code}`;
  return `${printedOrigin(origin)}/${signature}/${path}`;
}

/**
 * Whether the signature is ours. 'malformed': the signature is not written in its one way;
 * 'unknown-key': none of the keys is of the code's epoch (the set may be older than the stamp);
 * 'bad-signature': made by nobody here, or for another GTIN, epoch or serial. Verifies as strictly
 * as RFC 8032 5.1.7 allows: no second spelling of a point or of S, no key of small order.
 */
export function verifySignedCode(
  keys: readonly PublicStampKey[],
  read: SignedSubject & { signature: string },
): SignedVerification {
  const signature = decodeSignature(read.signature);
  if (signature === null) return { ok: false, reason: 'malformed' };
  const found = keys.find(({ kid }) => kid === read.epoch);
  if (!found) return { ok: false, reason: 'unknown-key' };
  const { kid, key, from, until, cutOff } = found;
  return ed25519.verify(signature, signedCodeMessage(read), key, { zip215: false })
    ? { ok: true, kid, from, until, cutOff }
    : { ok: false, reason: 'bad-signature' };
}

/**
 * The keys in a JSON Web Key Set. Keys of other kinds, or written in a way that is not ours, are
 * passed over (RFC 7517 §5); anything that is no key set gives none.
 */
export function readJwks(json: unknown): PublicStampKey[] {
  const keys = isObject(json) ? json.keys : null;
  return Array.isArray(keys) ? keys.flatMap((jwk: unknown) => readJwk(jwk) ?? []) : [];
}

function readJwk(jwk: unknown): PublicStampKey | null {
  if (!isObject(jwk)) return null;
  const { kty, crv, use, alg, kid, x } = jwk;
  // 'Ed25519' is the newer name of the same algorithm (RFC 9864).
  const forUs =
    kty === 'OKP' &&
    crv === 'Ed25519' &&
    (use === undefined || use === 'sig') &&
    (alg === undefined || alg === 'EdDSA' || alg === 'Ed25519');
  const key = typeof x === 'string' ? fromBase64Url(x) : null;
  if (!forUs || typeof kid !== 'string' || !isEpoch(kid) || key === null) return null;
  return {
    kid,
    key,
    from: instant(jwk.signing_from),
    until: instant(jwk.signing_until),
    cutOff: instant(jwk.cut_off),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function instant(value: unknown): string | null {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null;
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) return null;
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  return bytes.length === PUBLIC_KEY_BYTES ? bytes : null;
}
