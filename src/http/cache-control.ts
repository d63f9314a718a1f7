/**
 * Every `Cache-Control` of the site (RFC 9111), named by what it is for. Pages and routes take their
 * value from here, so that what a CDN may store can be read in one place.
 */

/** Seconds for which shared and private caches may reuse an answer without asking. */
const seconds = {
  page: 60,
  file: 3_600,
  redirect: 3_600,
  keys: 3_600,
  securityContact: 86_400,
  description: 3_600,
  digitalLink: 300,
  form: 300,
  lotHistory: 60,
  search: 10,
  recalls: 10,
} as const;

const shared = (maxAge: number) => `public, max-age=${maxAge}`;

export const cacheControl = {
  /** Files whose name changes with their content (`/_astro/`): a year, never asked about again. */
  hashedFile: 'public, max-age=31536000, immutable',
  /** Built pages: asked about again after a minute, mostly answered 304 by their ETag. */
  builtPage: shared(seconds.page),
  /** Other built files, such as icons, the sitemap and drawings. */
  builtFile: shared(seconds.file),
  /** An address that moved for good. */
  movedForGood: shared(seconds.redirect),
  /** Public keys of stamps: a checker knows a new epoch within this time. */
  publishedKeys: shared(seconds.keys),
  /** Where to tell of a weakness. */
  securityContact: shared(seconds.securityContact),
  /** What this site resolves. */
  resolverDescription: shared(seconds.description),
  /** Links of a GS1 Digital Link: targets may change with the next build. */
  digitalLink: shared(seconds.digitalLink),
  /** A form nobody filled in yet. */
  emptyForm: shared(seconds.form),
  /** The public history of a lot, also that there is none. */
  lotHistory: shared(seconds.lotHistory),
  /** The list of recalls, for the page and for product pages: seconds old, like stock and prices. */
  recalls: shared(seconds.recalls),
  /** Search results: stock and prices in them are seconds old; typing back and forth need not ask again. */
  search: shared(seconds.search),
  /** Differences in price and stock: shared by everybody while they are made anew. */
  availability: (maxAge: number) => `${shared(maxAge)}, stale-while-revalidate=30`,
  /** What one reader is told and nobody may store: carts, receipts, stamps, forms sent back. */
  personal: 'private, no-store',
  /** Pages made on demand that say nothing else: this reader's browser may store them, and asks again. */
  onDemand: 'private, no-cache',
  /** Failures, refusals and answers that are true only now. */
  never: 'no-store',
} as const;
