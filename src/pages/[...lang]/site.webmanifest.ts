import type { APIRoute, GetStaticPaths } from 'astro';
import { dictionary, languages } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import { langParam } from '../../i18n/lang-param.ts';
import { paths } from '../../i18n/paths.ts';

export const getStaticPaths = (() =>
  languages.map((lang) => ({ params: { lang: langParam(lang) }, props: { lang } }))) satisfies GetStaticPaths;

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `/icon-${purpose === 'maskable' ? 'maskable-' : ''}${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** The app a reader puts on the home screen, in the language it was met in: it opens the stamp check. */
export const GET: APIRoute<{ lang: Lang }> = ({ props: { lang } }) => {
  const { site } = dictionary(lang);
  const to = paths(lang);
  const shortcut = (name: string, url: string) => ({ name, url, icons: [icon(192, 'any')] });
  const manifest = {
    // What a browser knows the app by; the Vietnamese one keeps what it was installed under.
    id: to.home,
    name: `${site.name} – ${site.nav.stampCheck}`,
    short_name: site.name,
    description: site.appDescription,
    lang,
    start_url: to.stampCheck,
    scope: '/',
    display: 'minimal-ui',
    background_color: '#f8f2e6',
    theme_color: '#f8f2e6',
    icons: ([192, 512] as const).flatMap((size) => [icon(size, 'any'), icon(size, 'maskable')]),
    shortcuts: [
      shortcut(site.nav.stampCheck, to.stampCheck),
      shortcut(site.nav.products, to.products()),
      shortcut(site.cart, to.cart),
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  });
};
