/** The secret side of form O: signing, the published keys, and verifying where the secrets are. */
import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';
import { toGtin14 } from '../digital-link/gtin.ts';
import { decodeSignature, encodeSignature, signedCodeMessage } from './signed-code.ts';
import type { SignedCode, SignedSubject } from './signed-code.ts';
import { stampPosition, stampSerial } from './stamp-code.ts';
import type { StampVerification } from './stamp-code.ts';
import type { StampPosition } from './stamp-position.ts';
import { currentStampKey, stampKeyOf } from './stamp-keys.ts';
import type { StampKey, StampKeyring } from './stamp-keys.ts';

/** A public key as RFC 8037 writes it. The last three members are ours; others must ignore them. */
export interface StampJwk {
  kty: 'OKP';
  crv: 'Ed25519';
  alg: 'EdDSA';
  use: 'sig';
  /** The epoch, K of the codes it signs. */
  kid: string;
  x: string;
  signing_from?: string;
  signing_until?: string;
  cut_off?: string;
}

export interface StampJwks {
  keys: StampJwk[];
}

/** Keeps the signing key apart from the epoch's other uses of its secret (RFC 5869, `info`). */
const SIGNING_INFO = 'ocop stamp signing key 1';

/** PKCS #8 around the 32 bytes of an Ed25519 private key (RFC 8410 §7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

interface KeyPair {
  privateKey: KeyObject;
  publicKey: KeyObject;
}

const pairs = new WeakMap<Uint8Array, KeyPair>();

/** Derived once a secret: making key objects costs more than signing. */
function keyPairOf(secret: Uint8Array): KeyPair {
  const known = pairs.get(secret);
  if (known) return known;
  const seed = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), SIGNING_INFO, 32));
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const pair = { privateKey, publicKey: createPublicKey(privateKey) };
  pairs.set(secret, pair);
  return pair;
}

/**
 * A new signed stamp under the current epoch. Ed25519 is deterministic: the same position and GTIN
 * always give the same stamp. RangeError for a bad keyring, position or GTIN.
 */
export function signStamp(keyring: StampKeyring, position: StampPosition, gtin: string | null): SignedCode {
  const { epoch, secret } = currentStampKey(keyring);
  const subject: SignedSubject = {
    gtin14: gtin === null ? null : toGtin14(gtin),
    epoch,
    serial: stampSerial(secret, position),
  };
  const signature = sign(null, signedCodeMessage(subject), keyPairOf(secret).privateKey);
  return { ...subject, signature: encodeSignature(signature), code10: epoch + subject.serial };
}

/**
 * What `verifySignedCode` answers, asked where the secrets are: quicker, and with the position the
 * serial stands for. 'malformed': the signature is not written in its one way; 'not-issued': signed
 * by nobody here, or for another GTIN, epoch or serial. `code` is K and SERIAL. Whether the position
 * was ever handed out, and in form O, is for the record of ranges to say.
 */
export function verifySignedStamp(keyring: StampKeyring, read: SignedCode): StampVerification {
  const signature = decodeSignature(read.signature);
  if (signature === null) return { ok: false, reason: 'malformed' };
  const secret = stampKeyOf(keyring, read.epoch)?.secret;
  if (!secret) return { ok: false, reason: 'not-issued' };
  const { publicKey } = keyPairOf(secret);
  return verify(null, signedCodeMessage(read), publicKey, signature)
    ? {
        ok: true,
        epoch: read.epoch,
        position: stampPosition(secret, read.serial),
        code: read.code10,
      }
    : { ok: false, reason: 'not-issued' };
}

/**
 * The public keys of all epochs, oldest stamps' included, for `/.well-known/jwks.json` (RFC 7517).
 * The validity has names of its own: `exp` would tell other programs to refuse stamps that stay good.
 */
export function stampJwks(keyring: StampKeyring): StampJwks {
  return { keys: Object.entries(keyring.epochs).map(([kid, key]) => stampJwk(kid, key)) };
}

function stampJwk(kid: string, { secret, from, until, cutOff }: StampKey): StampJwk {
  const { x } = keyPairOf(secret).publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('An Ed25519 key was exported without its x');
  return {
    kty: 'OKP',
    crv: 'Ed25519',
    alg: 'EdDSA',
    use: 'sig',
    kid,
    x,
    ...(from !== null && { signing_from: from }),
    ...(until !== null && { signing_until: until }),
    ...(cutOff !== null && { cut_off: cutOff }),
  };
}
