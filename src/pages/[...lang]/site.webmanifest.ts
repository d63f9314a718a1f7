import type { APIRoute, GetStaticPaths } from 'astro';
import { dictionary, languages } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import { langParam } from '../../i18n/lang-param.ts';
import { webManifest } from '../../layout/web-manifest.ts';

export const getStaticPaths = (() =>
  languages.map((lang) => ({ params: { lang: langParam(lang) }, props: { lang } }))) satisfies GetStaticPaths;

/** What a phone needs to install the site: one a language, each with its own name and first page. */
export const GET: APIRoute<{ lang: Lang }> = ({ props: { lang } }) =>
  new Response(JSON.stringify(webManifest(lang, dictionary(lang).site)), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  });
