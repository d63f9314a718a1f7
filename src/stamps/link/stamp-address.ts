import type { Lang } from '../../i18n/lang.ts';

/** What a stamp's address says before anybody looked whether it is true; as it was opened. */
export interface StampAddress {
  lang: Lang;
  code: string;
  /** Digits behind `/01/`; null in an address without a trade item. */
  gtin: string | null;
}

const shape = /^\/(?:(.+?)\/)?(?:01\/([^/]+)\/21|T)\/([^/]+)$/;

/**
 * Reads the path of a stamp's address: `/01/{gtin}/21/{code}` or `/T/{code}` below any path stem, of
 * which only the language means something here (GS1 Digital Link URI syntax 1.6.0: a stem before the
 * key is allowed). Null for any other path.
 */
export function readStampAddress(pathname: string): StampAddress | null {
  const match = shape.exec(pathname);
  if (!match) return null;
  const [, stem, gtin, code = ''] = match;
  const lang = stem?.split('/', 1)[0] === 'en' ? 'en' : 'vi';
  try {
    return {
      lang,
      code: decodeURIComponent(code),
      gtin: gtin === undefined ? null : decodeURIComponent(gtin),
    };
  } catch {
    return null;
  }
}
