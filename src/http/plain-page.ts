import type { Lang } from '../i18n/lang.ts';

/**
 * A small page of the resolver's own, for people who opened a Digital Link that is no page. It is
 * made outside Astro, so that the server can answer before any page is chosen.
 * @param main markup inside <main>; whatever a stranger wrote must be {@link escaped}
 */
export function plainPage(lang: Lang, title: string, main: string): string {
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    `<meta name="robots" content="noindex"><title>${escaped(title)}</title>` +
    '<style>:root{color-scheme:light dark;--paper:#f8f2e6;--ink:#2b1c10;--link:#7a4419}' +
    '@media(prefers-color-scheme:dark){:root{--paper:#1d1410;--ink:#f4e8d8;--link:#e0a878}}' +
    'body{margin:0 auto;padding:2rem 1rem;max-width:36rem;background:var(--paper);' +
    'color:var(--ink);font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}' +
    'h1{font-size:1.4rem;line-height:1.3}h2{font-size:1rem}a{color:var(--link)}' +
    'li{margin:.5rem 0}</style></head>' +
    `<body><main><h1>${escaped(title)}</h1>${main}</main></body></html>`
  );
}

/** Text as markup that shows it, in element content and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
