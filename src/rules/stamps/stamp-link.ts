/**
 * The one rule that reads a stamp's address, whoever has it: the resolver and the stamp page from a
 * request, the scanner from a QR code, the report form and staff from what a person pasted. It says
 * what the address claims; only verifying says whether the claim is true.
 */
import { isCrockford, normaliseTyped } from './crockford.ts';
import { isGtin, toGtin14 } from '../digital-link/gtin.ts';
import type { SignedCode } from './signed-code.ts';
import { SIGNATURE_LENGTH, SIGNED_CODE_LENGTH, STAMP_CODE_LENGTH } from './stamp-url.ts';

interface AnyStampLink {
  /** Scheme, host and port as a browser writes them; null where a path was read. */
  origin: string | null;
  /** 'en' below `/en`, else 'vi'. */
  lang: 'vi' | 'en';
  /** Whatever else stands before the key, without language and signature; '' on this site's own links. */
  stem: string;
  /**
   * Whether the serial stands right behind the GTIN as AI 21, as in this site's own addresses: not behind a
   * lot or a variant, not as AI 235, not in the query. The stamp's page is at an address that does.
   */
  isDirect: boolean;
  /** Code and GTIN as they stand in the address, percent-decoded; no GTIN on the path `/T/`. */
  opened: { code: string; gtin: string | null };
}

/** Forms S and S′: 20 characters that only the secret key can check. */
export interface TaggedStampLink extends AnyStampLink {
  form: 'tagged';
  /** As printed: capitals, without dashes, O as 0, I and L as 1. */
  code: string;
  /** GTIN-14. */
  gtin: string | null;
  signature: null;
}

/** Form O: 10 characters, and the signature that anybody can check. */
export interface SignedStampLink extends AnyStampLink {
  form: 'signed';
  code: string;
  gtin: string | null;
  /** 103 characters, as printed. */
  signature: string;
}

/** A stamp's address by its shape; what stands in it is no code of any form, or no GTIN. */
export interface MalformedStampLink extends AnyStampLink {
  form: 'malformed';
  code: null;
  gtin: null;
  signature: null;
}

export type StampLink = TaggedStampLink | SignedStampLink | MalformedStampLink;

/**
 * Reads a stamp's address: `[/en][/{signature}]/01/{gtin}/21/{code}` or `[/en][/{signature}]/T/{code}`,
 * below any path stem (GS1 Digital Link URI syntax 1.6.0 allows one), on any host, with any query or
 * fragment, with or without a slash at the end. Forgiven are `/t/`, small letters, O for 0, I and L
 * for 1, and GTINs of 8, 12 or 13 digits. Whatever other qualifiers stand beside it, a serial is what a
 * stamp is judged by: behind a lot or a variant, in another order than the standard's, as a third party's
 * (AI 235), or in the query. A path costs no URL parsing: it is what every request has.
 * @param address a path, an http(s) URL, or a URL typed without its scheme
 * @returns null where the address has not the shape of a stamp's, or is not decodable
 */
export function parseStampLink(address: string): StampLink | null {
  const text = address.trim();
  if (text.startsWith('/')) return parsePath(text, null);
  // A colon and digits are a host and its port.
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text);
  const url = hasScheme ? text : `https://${text}`;
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null;
  const { origin, pathname, search } = new URL(url);
  return parsePath(pathname + search, origin);
}

/** The path of a stamp's own page, in Vietnamese: the one way its address is written on this site. */
export function stampPath({
  code,
  gtin,
  signature,
}: Pick<StampLink, 'gtin' | 'signature'> & { code: string }) {
  const stem = signature === null ? '' : `/${signature}`;
  return gtin === null ? `${stem}/T/${code}` : `${stem}/01/${gtin}/21/${code}`;
}

/** What a link of form O signs, for `verifySignedCode` and `verifySignedStamp` to judge. */
export function signedCodeOf({ code, gtin, signature }: SignedStampLink): SignedCode {
  return { signature, gtin14: gtin, epoch: code.charAt(0), serial: code.slice(1), code10: code };
}

function parsePath(address: string, origin: string | null): StampLink | null {
  const [path = ''] = address.split(/[?#]/, 1);
  const segments = path.split('/');
  if (segments.at(-1) === '') segments.pop();
  const isDirect = segments.at(-2) === '21' && segments.at(-4) === '01';
  const isBare = !isDirect && segments.at(-2)?.toUpperCase() === 'T';
  const item = isDirect || isBare ? null : serialisedItem(segments, address.slice(path.length));
  if (!isDirect && !isBare && item === null) return null;
  const keyAt = item?.keyAt ?? segments.length - (isDirect ? 4 : 2);
  const code = decode(item?.serial ?? segments.at(-1));
  const gtin = isBare ? null : decode(segments[keyAt + 1]);
  if (code === null || (!isBare && gtin === null)) return null;

  const stem = segments.slice(1, keyAt);
  const lang = stem[0]?.toLowerCase() === 'en' ? 'en' : 'vi';
  if (lang === 'en') stem.shift();
  const claim = claimOf(code, gtin, stem.at(-1));
  if (claim.signature !== null) stem.pop();
  return {
    ...claim,
    origin,
    lang,
    stem: stem.length > 0 ? `/${stem.join('/')}` : '',
    isDirect: isDirect || isBare,
    opened: { code, gtin },
  };
}

/**
 * The serial of a trade item with more beside it, as encoded as it came: behind the right-most GTIN among
 * the pairs of the path, else in the query. AI 21 goes before AI 235.
 */
function serialisedItem(
  segments: readonly string[],
  after: string,
): { keyAt: number; serial: string } | null {
  const serials = new Map<string, string>();
  for (let at = segments.length - 2; at >= 1; at -= 2) {
    const [ai = '', value = ''] = [segments[at], segments[at + 1]];
    if (ai === '01') {
      for (const [, name = '', given = ''] of after.matchAll(/[?&](21|235)=([^&#]+)/g)) {
        if (!serials.has(name)) serials.set(name, given);
      }
      const serial = serials.get('21') ?? serials.get('235');
      return serial === undefined ? null : { keyAt: at, serial };
    }
    if (!/^\d{2,4}$/.test(ai)) return null;
    if (ai === '21' || ai === '235') serials.set(ai, value);
  }
  return null;
}

type Claim =
  | Pick<TaggedStampLink, 'form' | 'code' | 'gtin' | 'signature'>
  | Pick<SignedStampLink, 'form' | 'code' | 'gtin' | 'signature'>
  | Pick<MalformedStampLink, 'form' | 'code' | 'gtin' | 'signature'>;

function claimOf(openedCode: string, openedGtin: string | null, before: string | undefined): Claim {
  const malformed: Claim = { form: 'malformed', code: null, gtin: null, signature: null };
  if (openedGtin !== null && !isGtin(openedGtin)) return malformed;
  const gtin = openedGtin === null ? null : toGtin14(openedGtin);
  const code = normaliseTyped(openedCode);
  if (isCrockford(code, STAMP_CODE_LENGTH)) return { form: 'tagged', code, gtin, signature: null };
  if (before === undefined || !isCrockford(code, SIGNED_CODE_LENGTH)) return malformed;
  const signature = normaliseTyped(decode(before) ?? '');
  return isCrockford(signature, SIGNATURE_LENGTH) ? { form: 'signed', code, gtin, signature } : malformed;
}

/** A decoded path segment; null where it is empty or no percent-encoded UTF-8. */
function decode(segment: string | undefined): string | null {
  if (!segment) return null;
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
