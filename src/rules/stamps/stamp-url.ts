/** The address in a stamp's QR, forms S and S′, made for printing; stamp-link.ts reads it back. */
import { isCrockford, normaliseTyped } from './crockford.ts';
import { toGtin14 } from '../digital-link/gtin.ts';

/** Characters of a stamp code of form S or S′. */
export const STAMP_CODE_LENGTH = 20;

/** Characters of a code of form O, and of the signature before it: 512 bits and three zero bits. */
export const SIGNED_CODE_LENGTH = 10;
export const SIGNATURE_LENGTH = 103;

/** Machines of a trial set-up, which have no certificate for HTTPS. */
const LOCAL_HOST = /^(localhost|.*\.localhost|\d+(\.\d+){3}|\[.*\])$/;

/**
 * An origin as it is printed, all capitals to stay in QR's alphanumeric mode: 'HTTPS://HOST'.
 * `http` is kept for localhost and bare IP addresses only. RangeError for an origin with a path or
 * another scheme.
 */
export function printedOrigin(origin: string): string {
  if (!URL.canParse(origin)) throw new RangeError(`Not an origin: '${origin}'`);
  const { protocol, hostname, host, pathname, search, hash } = new URL(origin);
  if (!/^https?:$/.test(protocol) || pathname !== '/' || search || hash) {
    throw new RangeError(`Not a bare http(s) origin: '${origin}'`);
  }
  const scheme = protocol === 'http:' && LOCAL_HOST.test(hostname) ? 'HTTP' : 'HTTPS';
  return `${scheme}://${host.toUpperCase()}`;
}

/**
 * The address printed in the QR: HTTPS://HOST/01/{GTIN14}/21/{code}, or HTTPS://HOST/T/{code}
 * without a GTIN. RangeError for an origin {@link printedOrigin} refuses, for a bad GTIN, or for a
 * code that is not 20 characters of the alphabet.
 */
export function stampUrl(origin: string, code: string, gtin: string | null): string {
  const printed = normaliseTyped(code);
  if (!isCrockford(printed, STAMP_CODE_LENGTH)) throw new RangeError(`Not a stamp code: '${code}'`);
  const path = gtin === null ? `T/${printed}` : `01/${toGtin14(gtin)}/21/${printed}`;
  return `${printedOrigin(origin)}/${path}`;
}

/** A code in groups of five for people to read and type: 'ABCDE-FGHJK-…'. */
export function groupTyped(code: string): string {
  return normaliseTyped(code).replace(/.{5}(?=.)/gs, '$&-');
}
