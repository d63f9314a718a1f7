import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { siteEnv } from '../config/env.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface Sealer {
  /** The value as text that only this site can make and read, until `lifetimeS` seconds from now. */
  seal(value: unknown, lifetimeS: number): string;
  /** What was sealed; null for anything else, for what is too old, and for what was sealed for another purpose. */
  unseal(text: string): unknown;
}

/**
 * Seals values that a browser or an address carries for us: encrypted and authenticated with AES-256-GCM,
 * packed, with the moment they end. Every process with the same secret reads them.
 * @param purpose what the values are; a value sealed for one purpose is nothing for another
 * @param now the clock, milliseconds
 */
export function sealer(secret: string, purpose: string, now: () => number = Date.now): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `sealed ${purpose}`, 32));
  return {
    seal(value, lifetimeS) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const ends = now() + lifetimeS * 1_000;
      const packed = brotliCompressSync(JSON.stringify([ends, value]));
      const body = Buffer.concat([cipher.update(packed), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    unseal(text) {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        const body = bytes.subarray(IV_BYTES + TAG_BYTES);
        const packed = Buffer.concat([decipher.update(body), decipher.final()]);
        const [ends, value] = JSON.parse(brotliDecompressSync(packed).toString()) as [number, unknown];
        return ends > now() ? value : null;
      } catch {
        return null;
      }
    },
  };
}

/** For a site that was given no secret: what it sealed ends with the process. */
const passing = randomBytes(32).toString('hex');
const sealers = new Map<string, Sealer>();

/** The sealer of this site for one purpose, with a key of its own derived from `RECEIPT_SECRET`. */
export function siteSealer(purpose: string): Sealer {
  const known = sealers.get(purpose);
  if (known) return known;
  const { RECEIPT_SECRET, SITE_KEY } = siteEnv();
  const made = sealer(RECEIPT_SECRET ?? SITE_KEY ?? passing, purpose);
  sealers.set(purpose, made);
  return made;
}
