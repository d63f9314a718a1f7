import { dictionary } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import { GS1_VOCABULARY } from './link-types.ts';
import { chooseLink, type Link, type LinkLevel } from './links.ts';
import { escaped, plainPage } from '../http/plain-page.ts';

/** Turns a linkset into JSON-LD (GS1-Conformant resolver 1.2, 2.10). */
export const LINKSET_CONTEXT = 'https://ref.gs1.org/standards/resolver/linkset-context';

interface TargetObject {
  href: string;
  title: string;
  type: string;
  hreflang?: string[];
}

/** A link context of RFC 9264: its address and its links by relation. */
export type LinkContextObject = { anchor: string; description: string } & {
  [relation: `https://${string}`]: TargetObject[];
};

/**
 * The links of a thing as RFC 9264 writes them in JSON, one entry a level, the asked one first,
 * with exactly one gs1:defaultLink: the Vietnamese main link of the nearest level that has one.
 * @param origin the site's public origin, in front of every address
 */
export function linkset(origin: string, levels: readonly LinkLevel[]): { linkset: LinkContextObject[] } {
  const main = chooseLink(levels, 'default', 'vi');
  const holder = levels.find(({ links }) => main !== null && links.includes(main));
  return {
    linkset: levels.map((level) => {
      const entry: LinkContextObject = {
        anchor: origin + level.path,
        description: level.description,
      };
      if (main && level === holder) entry[`${GS1_VOCABULARY}defaultLink`] = [target(origin, main)];
      for (const link of level.links) {
        (entry[`${GS1_VOCABULARY}${link.type}`] ??= []).push(target(origin, link));
      }
      return entry;
    }),
  };
}

function target(origin: string, { path, title, lang, mediaType }: Link): TargetObject {
  return {
    href: origin + path,
    title,
    type: mediaType,
    ...(lang === null ? {} : { hreflang: [lang] }),
  };
}

/** The same as JSON-LD: the context is inside. */
export function linksetJsonLd(origin: string, levels: readonly LinkLevel[]): object {
  return { '@context': LINKSET_CONTEXT, ...linkset(origin, levels) };
}

/** The links for people who opened the linkset in a browser, with the data inside (2.10). */
export function linksetPage(origin: string, levels: readonly LinkLevel[], lang: Lang): string {
  const sections = levels.map(({ description, links }) => {
    const items = links.map(({ path, title, lang: own }) => {
      const language = own === null ? '' : ` hreflang="${own}" lang="${own}"`;
      return `<li><a href="${escaped(path)}"${language}>${escaped(title)}</a></li>`;
    });
    return `<h2>${escaped(description)}</h2><ul>${items.join('')}</ul>`;
  });
  // The only way out of a script element is '<'.
  const data = JSON.stringify(linksetJsonLd(origin, levels)).replaceAll('<', '\\u003c');
  const main = `${sections.join('')}<script type="application/ld+json">${data}</script>`;
  return plainPage(lang, dictionary(lang).resolver.all, main);
}

/** `Link` header that tells where all links are, also beside a redirect (2.10, 2.13). */
export function linksetHeader(origin: string, path: string): string {
  return `<${origin}${path}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`;
}

/** `Link` header that makes a JSON linkset readable as JSON-LD. */
export const contextHeader =
  `<${LINKSET_CONTEXT}>; rel="http://www.w3.org/ns/json-ld#context"; ` + 'type="application/ld+json"';
