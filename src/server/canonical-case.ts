import { onDemandRoute } from './routes.ts';

/** Longer than the address of any page. */
const LONGEST = 300;

/** The addresses of built pages, by themselves in small letters. */
export type PagesByCase = ReadonlyMap<string, string>;

export function pagesByCase(files: Iterable<{ path: string }>): PagesByCase {
  const pages = new Map<string, string>();
  for (const { path } of files) {
    if (!path.endsWith('.html')) continue;
    const address = `/${path.slice(0, -'.html'.length)}`.replace(/(^|\/)index$/, '') || '/';
    pages.set(small(address), address);
  }
  return pages;
}

/**
 * Where an address leads that was typed with capitals in it, as phones and QR codes write them, or with
 * the Vietnamese prefix `/vi`, which no address of ours has. Parameters of an address keep their letters:
 * a receipt's token means another one without them.
 * @param pathname decoded, as it was asked for
 * @returns null where it leads nowhere else. What it leads to is an address this site answers, never
 *   anything out of the request but a parameter, percent-encoded.
 */
export function canonicalAddress(pathname: string, pages: PagesByCase): string | null {
  if (pathname.length > LONGEST) return null;
  const [, first = '', ...rest] = pathname.split('/');
  const lang = first.toLowerCase();
  const below = lang === 'vi' || lang === 'en' ? rest : [first, ...rest];
  const prefix = lang === 'en' ? '/en' : '';
  const page = pages.get(small(`${prefix}/${below.join('/')}`.replace(/\/$/, '') || '/'));
  const address = page ?? onDemandAddress(prefix, below);
  return address === null || address === pathname ? null : encoded(address);
}

/** An address made when it is asked for: the words of its route small, its parameters as they stand. */
function onDemandAddress(prefix: string, segments: readonly string[]): string | null {
  const path = `${prefix}/${segments.join('/')}`;
  const route = onDemandRoute(small(path)) ?? onDemandRoute(path);
  if (!route) return null;
  const words = route.pattern.split('/').slice(1);
  if (words.length !== segments.length) return null;
  const written = words.map((word, at) => (word.startsWith('{') ? (segments[at] ?? '') : word));
  const address = `${prefix}/${written.join('/')}`;
  return onDemandRoute(address) === route ? address : null;
}

function small(address: string): string {
  return address.normalize('NFC').toLowerCase();
}

function encoded(address: string): string {
  return address.split('/').map(encodeURIComponent).join('/');
}
