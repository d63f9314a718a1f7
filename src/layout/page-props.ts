import type { Lang } from '../i18n/lang.ts';

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
  /** True for a page that answers in both languages at one address (the 404 page). */
  single?: boolean;
  /** Picture for shared links, 1200 × 630, site-relative. */
  image?: string;
  /** What is to be seen on that picture. */
  imageAlt?: string;
  /** Its size in pixels where it is another. */
  imageSize?: { width: number; height: number };
  type?: 'website' | 'article' | 'product';
  /** schema.org objects for the head. */
  jsonLd?: readonly object[];
}
