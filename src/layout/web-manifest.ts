import type { Dictionary } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import { paths } from '../i18n/paths.ts';

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: purpose === 'any' ? `/icon-${size}.png` : `/icon-maskable-${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/**
 * The Web Application Manifest of one language. The app opens where stamps are read, for that is what
 * works without a network.
 */
export function webManifest(lang: Lang, { name, app, nav }: Dictionary['site']): object {
  const to = paths(lang);
  const shortcut = (label: string, url: string) => ({ name: label, url, icons: [icon(192, 'any')] });
  return {
    // Two apps: a reader who installed one keeps it when somebody sends a link of the other language.
    id: to.home,
    name: app.name,
    short_name: name,
    description: app.description,
    lang,
    start_url: to.stampCheck,
    scope: '/',
    display: 'minimal-ui',
    background_color: '#f8f2e6',
    theme_color: '#f8f2e6',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
    shortcuts: [shortcut(nav.stampCheck, to.stampCheck), shortcut(nav.products, to.products())],
  };
}
