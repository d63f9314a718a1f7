/**
 * Every address this site answers: with which methods, for how long the answer may be cached, how often
 * it may be asked for, and by whom. The server answers nothing else (404), a build with a route that is
 * not listed fails, and docs/routes.md is written from this list.
 */

import { cacheControl as caching } from '../http/cache-control.ts';
import { describeRateLimit } from '../http/rate-limits.ts';

/** Who may call a route. */
export type Callers =
  /** Anybody, without being known. */
  | 'anyone'
  /** Anybody may read; what changes something is taken from the site's own pages alone (Origin). */
  | 'own-pages'
  /** Whoever is signed in; others are led to the sign-in, and what is not theirs is not there (404). */
  | 'signed-in'
  /** Services that sign what they tell; not browsers, so that no Origin is asked for. */
  | 'signed-service'
  /** Whoever shows `METRICS_TOKEN`. */
  | 'metrics-token';

export interface Route {
  /** As people write it; also the route's name in metrics and logs. Braces hold parameters. */
  readonly pattern: string;
  /** Its name in the build's manifest; null for what the server answers itself. */
  readonly built: string | null;
  /** Whether it is also found below `/en`. */
  readonly inEnglish: boolean;
  readonly methods: readonly ('GET' | 'POST')[];
  /** `Cache-Control` of an answer with status 200, or of the redirect where the route answers with one. */
  readonly cacheControl: string;
  /** The limit on how often one client may ask, in words; null where an answer costs next to nothing. */
  readonly rateLimit: string | null;
  readonly callers: Callers;
}

const wrongCodes = describeRateLimit('wrongCodes');
const lotQueries = describeRateLimit('lotQueries');

/** Answered by the server itself, before any page. */
export const serverRoutes = [
  serverRoute('/healthz', caching.never, 'anyone'),
  serverRoute('/readyz', caching.never, 'anyone'),
  serverRoute('/metrics', caching.never, 'metrics-token'),
] as const;

/** Answered by Astro when they are asked for. */
export const onDemandRoutes: readonly Route[] = [
  page('/01/{gtin}/21/{code}', '/[...lang]/01/[gtin]/21/[code]', caching.personal, wrongCodes),
  page('/T/{code}', '/[...lang]/T/[code]', caching.personal, wrongCodes),
  page('/tem', '/[...lang]/tem', caching.emptyForm, wrongCodes),
  page('/thu-hoi', '/[...lang]/thu-hoi', caching.recalls, null),
  page('/tim-kiem', '/[...lang]/tim-kiem', caching.search, null),
  page('/so-sanh', '/[...lang]/so-sanh', caching.builtPage, null),
  form('/gio-hang', '/[...lang]/gio-hang', describeRateLimit('coupons')),
  form('/yeu-thich', '/[...lang]/yeu-thich', null),
  form('/thanh-toan', '/[...lang]/thanh-toan', describeRateLimit('orders')),
  form('/thanh-toan/the/{token}', '/[...lang]/thanh-toan/the/[token]', describeRateLimit('cardLooks')),
  form('/don-hang', '/[...lang]/don-hang', describeRateLimit('orderLookups')),
  form('/don-hang/{token}', '/[...lang]/don-hang/[token]', describeRateLimit('orderLookups')),
  page('/don-hang/{token}/vietqr.png', '/[...lang]/don-hang/[token]/vietqr.png', caching.personal, null),
  {
    ...service('/hooks/payment/{service}', '/hooks/payment/[service]', caching.never, null),
    methods: ['POST'],
    rateLimit: describeRateLimit('bankNotifications'),
    callers: 'signed-service',
  },
  form('/dang-nhap', '/[...lang]/dang-nhap', describeRateLimit('signIns')),
  form('/dang-nhap/{token}', '/[...lang]/dang-nhap/[token]', describeRateLimit('signIns')),
  form('/loi-moi', '/[...lang]/loi-moi', describeRateLimit('signIns')),
  form('/loi-moi/{invitation}', '/[...lang]/loi-moi/[code]', describeRateLimit('signIns')),
  { ...form('/tai-khoan', '/[...lang]/tai-khoan', describeRateLimit('signIns')), callers: 'signed-in' },
  { ...page('/nha-san-xuat', '/[...lang]/nha-san-xuat', caching.personal, null), callers: 'signed-in' },
  { ...form('/nha-san-xuat/{order}', '/[...lang]/nha-san-xuat/[order]', null), callers: 'signed-in' },
  {
    ...page('/nha-san-xuat/{order}/phieu', '/[...lang]/nha-san-xuat/[order]/phieu', caching.personal, null),
    callers: 'signed-in',
  },
  form('/bao-lai', '/[...lang]/bao-lai', describeRateLimit('reports')),
  page('/bao-lai/da-nhan', '/[...lang]/bao-lai/da-nhan', caching.personal, null),
  service('/api/availability', '/api/availability', caching.availability(5), null),
  service('/api/recalls', '/api/recalls', caching.recalls, null),
  service('/api/search', '/api/search', caching.search, null),
  service('/api/epcis/lots/{lot}', '/api/epcis/lots/[lot]', caching.lotHistory, lotQueries),
  service('/lo/{lot}', '/lo/[lot]', caching.digitalLink, null),
  service('/.well-known/jwks.json', '/.well-known/jwks.json', caching.publishedKeys, null),
  service('/.well-known/gs1resolver', '/.well-known/gs1resolver', caching.resolverDescription, null),
  service('/.well-known/security.txt', '/.well-known/security.txt', caching.securityContact, null),
];

/** GS1 Digital Links that are no page: answered by the resolver (src/digital-link) before any page. */
export const digitalLinkRoute: Route = {
  pattern: '/{key}/{value}… (GS1 Digital Link)',
  built: null,
  inEnglish: true,
  methods: ['GET'],
  cacheControl: caching.digitalLink,
  rateLimit: `${lotQueries}; ${wrongCodes}`,
  callers: 'anyone',
};

/** A stamp's address retyped in small letters: led to the capital one (308) by the resolver. */
export const smallLetterRoute: Route = {
  ...digitalLinkRoute,
  pattern: '/t/{code}',
  cacheControl: caching.movedForGood,
  rateLimit: null,
};

/** Files of the build, by kind; see `cacheRule` in static-files.ts, which this repeats for people. */
export const fileRoutes = {
  page: fileRoute('built page', caching.builtPage),
  asset: fileRoute('/_astro/{file}', caching.hashedFile),
  file: fileRoute('other built file', caching.builtFile),
} as const;

/** Routes that Astro adds to every build and that are never answered: the server does not pass them on. */
export const closedRoutes: readonly string[] = ['/_image', '/_server-islands/[name]', '/404', '/500'];

/** Pages whose HTML is made by the build, by their names in its manifest. */
export const builtPages: readonly string[] = [
  ...['/[...lang]', '/[...lang]/san-pham/[...page]', '/[...lang]/san-pham/[slug]'],
  ...['/[...lang]/bo/[slug]/[...page]', '/[...lang]/nhom/[slug]/[...page]'],
  ...[
    '/[...lang]/sao/[stars]/[...page]',
    '/[...lang]/tinh/[slug]/[...page]',
    '/[...lang]/xa/[slug]/[...page]',
  ],
  ...['/[...lang]/chu-the/[...page]', '/[...lang]/chu-the/[slug]', '/[...lang]/diem-ban'],
  ...[
    '/[...lang]/quyet-dinh',
    '/[...lang]/quyet-dinh/[key]',
    '/[...lang]/hoi-cho',
    '/[...lang]/hoi-cho/[slug]',
  ],
  ...['/[...lang]/tin-tuc', '/[...lang]/tin-tuc/[slug]', '/[...lang]/gioi-thieu', '/[...lang]/dieu-khoan'],
  ...['/[...lang]/quyen-rieng-tu', '/drawings.svg', '/photos.json', '/og/[name].png', '/robots.txt'],
  ...['/[...lang]/gio-qua', '/[...lang]/gio-qua/[slug]', '/[...lang]/site.webmanifest'],
];

/** A route of the build as `astro:routes:resolved` gives it. */
export interface BuiltRoute {
  pattern: string;
  isPrerendered: boolean;
}

/** Routes of a build that are not listed here, or are listed as something else than they are. */
export function unlistedRoutes(routes: readonly BuiltRoute[]): string[] {
  const onDemand = new Set(onDemandRoutes.map(({ built }) => built));
  const known = (route: BuiltRoute) =>
    closedRoutes.includes(route.pattern) ||
    (route.isPrerendered ? builtPages.includes(route.pattern) : onDemand.has(route.pattern));
  return routes.filter((route) => !known(route)).map(({ pattern }) => pattern);
}

/**
 * The on-demand route of a path, or null: nothing but these is passed on to Astro. A stamp's address may
 * have any path in front: a language, a signature, a stem that GS1 Digital Link allows and ignores.
 */
export function onDemandRoute(pathname: string): Route | null {
  const bare = pathname.replace(/^\/en(?=\/)/, '');
  const found = byPath.get(bare) ?? byPattern.find(({ pattern }) => pattern.test(bare))?.route ?? null;
  return found !== null && bare !== pathname && !found.inEnglish ? null : found;
}

const byPath = new Map(
  onDemandRoutes.filter(({ pattern }) => !pattern.includes('{')).map((route) => [route.pattern, route]),
);
const byPattern = onDemandRoutes
  .filter(({ pattern }) => pattern.includes('{'))
  .map((route) => {
    const parameters = route.pattern.replace(/\{\w+\}/g, '[^/]+');
    const stem = route.pattern.endsWith('/{code}') ? '(?:/[^/]+)*' : '';
    return { route, pattern: new RegExp(`^${stem}${parameters}$`) };
  });

function serverRoute(pattern: string, cacheControl: string, callers: Callers): Route {
  const rest = { built: null, inEnglish: false, methods: ['GET'], rateLimit: null } as const;
  return { ...rest, pattern, cacheControl, callers };
}

function fileRoute(pattern: string, cacheControl: string): Route {
  return { ...serverRoute(pattern, cacheControl, 'anyone'), inEnglish: true };
}

function service(pattern: string, built: string, cacheControl: string, rateLimit: string | null): Route {
  return { pattern, built, inEnglish: false, methods: ['GET'], cacheControl, rateLimit, callers: 'anyone' };
}

function page(pattern: string, built: string, cacheControl: string, rateLimit: string | null): Route {
  return { ...service(pattern, built, cacheControl, rateLimit), inEnglish: true };
}

function form(pattern: string, built: string, rateLimit: string | null): Route {
  return {
    ...page(pattern, built, caching.personal, rateLimit),
    methods: ['GET', 'POST'],
    callers: 'own-pages',
  };
}
