import type { Lang } from '../i18n/lang.ts';

/** A picture for shared links, 1200 × 630. */
export interface SharePicture {
  /** Site-relative. */
  address: string;
  /** What it shows, for who cannot see it. */
  alt: string;
}

/** The picture of the site itself. */
export const sitePicture = '/og/site.png';

/** What every page tells the layout about itself. */
export interface PageProps {
  lang: Lang;
  /** Without the name of the site, which the layout adds. */
  title: string;
  /** One sentence for search engines and shared links. */
  description: string;
  /** The page's own address, in either language, as `paths()` gives it. */
  path: string;
  /** Keeps the page out of search engines: cart, checkout, receipts, search results. */
  noindex?: boolean;
  /**
   * The page's form that takes what was typed along into the other language: the switch then sends it as
   * `action=language`. `enter` is the action of pressing Enter in one of its fields.
   */
  languageForm?: { id: string; enter: string };
  /** True for a page that answers in both languages at one address (the 404 page). */
  single?: boolean;
  /** The one picture for shared links; the site's own where a page has none. */
  picture?: SharePicture;
  /** Day an article appeared, YYYY-MM-DD. */
  publishedOn?: string;
  type?: 'website' | 'article' | 'product';
  /** schema.org objects for the head. */
  jsonLd?: readonly object[];
}
