import compression from 'compression';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheControl } from '../http/cache-control.ts';
import { nodeRequest } from '../http/client-address.ts';
import { chooseCoding, textEncodings } from '../http/content-encoding.ts';
import {
  isReading,
  methodNotAllowed,
  redirect,
  seeOther,
  sendComplete,
  sendFailure,
  sendText,
  sendWebResponse,
} from './answers.ts';
import type * as astroEntry from './astro-entry.ts';
import { bodyProblem } from './body-limit.ts';
import { cleanAddress, fileFor, readBuiltIndex, type BuiltFile } from './built-files.ts';
import { canonicalAddress, pagesByCase } from './canonical-case.ts';
import { serverMessages } from './messages.ts';
import { createProbes } from './probes.ts';
import { measure, type Underway } from './request-metrics.ts';
import { couponDetour } from './coupon-link.ts';
import { digitalLinkRoute, fileRoutes, onDemandRoute, smallLetterRoute, type Route } from './routes.ts';
import { isFromOwnPages, securityHeaders } from './security.ts';
import { StaticFiles } from './static-files.ts';
import { readableSearch, readTarget, type Target } from './target.ts';

/** What the build hands over (astro-entry.ts). */
export type BuiltEntry = Omit<typeof astroEntry, 'handler'> & {
  /** Astro's handler as its Node adapter builds it; `next` is called where no on-demand page matches. */
  handler(
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
    locals?: App.Locals,
  ): Promise<void>;
};

export interface SiteServerOptions {
  /** Public origin, which forms may also be posted from. */
  siteUrl: string;
  picturesUrl?: string | undefined;
  /** What `/metrics` has to be asked with; without it there are no metrics for anybody. */
  metricsToken?: string | undefined;
}

export interface SiteServer {
  /** Not listening yet. */
  server: Server;
  /** Tells whoever spreads requests that this process is about to stop. */
  drain(): void;
}

/** What is served: the files of a build, or none of them while pages are compiled as they are asked for. */
export interface ServedSite {
  files: ReadonlyMap<string, BuiltFile>;
  staticFiles: StaticFiles;
  /** CSP sources of the inline scripts its pages may run. */
  inlineScripts: readonly string[];
  /** Former address of a page → its present one. */
  redirects: ReadonlyMap<string, string>;
  entry: BuiltEntry;
  /** While pages are compiled as they are asked for, addresses that are not listed go to Astro too. */
  isCompiling?: boolean;
}

/** One request on its way through the server. */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  target: Target;
  underway: Underway;
}

/**
 * The site's HTTP server on a finished build.
 * @throws when the folder (client/, server/, built.json) holds no finished build.
 */
export async function createSiteServer({
  distDir: folder,
  ...options
}: SiteServerOptions & { distDir: string }): Promise<SiteServer> {
  const distDir = path.resolve(folder);
  const index = await readBuiltIndex(distDir);
  const entry = await loadEntry(distDir);
  const site: ServedSite = {
    files: new Map(index.files.map((file) => [file.path, file])),
    staticFiles: new StaticFiles(path.join(distDir, 'client'), (isHit) =>
      entry.countCacheLookup('static-file', isHit),
    ),
    inlineScripts: index.inlineScripts,
    redirects: new Map(Object.entries(index.redirects ?? {})),
    entry,
  };
  return serveSite(site, options);
}

/**
 * The server in front of Astro: built files first, then the listed on-demand pages (routes.ts), then the
 * built 404 page.
 */
export function serveSite(
  { files, staticFiles, inlineScripts, redirects, entry, isCompiling = false }: ServedSite,
  options: SiteServerOptions,
): SiteServer {
  if (options.metricsToken !== undefined) entry.measureProcess();
  const probes = createProbes(entry, options.metricsToken);
  const headers = new Map(
    Object.entries(
      securityHeaders({
        siteUrl: options.siteUrl,
        inlineScripts,
        picturesUrl: options.picturesUrl,
      }),
    ),
  );
  const pages = pagesByCase(files.values());
  const compress = compression();
  /** For whoever takes nothing as it is, however short. */
  const compressAll = compression({ threshold: 0 });

  const server = createServer((request, response) => {
    response.setHeaders(headers);
    const underway = measure(response, entry);
    const target = readTarget(request.url);
    if (!target) return sendText(response, 400, serverMessages.unreadableAddress);
    answer({ request, response, target, underway }).catch((error: unknown) =>
      sendFailure(request, response, { route: underway.route, error }),
    );
  });
  // What an earlier process left behind is delivered now, not at the next scan.
  server.once('listening', () => entry.startScanDelivery());
  // A photo of six megabytes takes a weak line two minutes; headers are small and come at once.
  server.requestTimeout = 150_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  return { server, drain: () => probes.drain() };

  async function answer(exchange: Exchange): Promise<void> {
    const { request, response, target, underway } = exchange;
    if (await answerProbe(exchange)) return;
    const file = fileFor(files, target.pathname);
    const moved = file || !isReading(request.method) ? undefined : redirects.get(target.pathname);
    if (moved !== undefined) return redirect(request, response, moved + target.search);
    const resolution = file ? null : await resolve(request);
    if (resolution instanceof Response) {
      const { pattern } = resolution.status === 308 ? smallLetterRoute : digitalLinkRoute;
      underway.route = pattern;
      return sendWebResponse(request, response, resolution);
    }
    if (resolution) response.setHeaders(resolution);
    if (target.redirect !== null) return redirect(request, response, target.redirect);
    const route = onDemandRoute(target.pathname);
    const isSigned = route?.callers === 'signed-service';
    if (!isSigned && !isFromOwnPages(request, options.siteUrl))
      return sendText(response, 403, serverMessages.foreignForm);
    const problem = bodyProblem(request, target.pathname);
    if (problem === 'too-large') return sendText(response, 413, serverMessages.tooMuch);
    if (problem === 'unknown-length') return sendText(response, 411, serverMessages.unknownLength);
    if (file && (!route || isReading(request.method))) return answerFile(exchange, file);
    if (!route && !file && isReading(request.method)) {
      const canonical = canonicalAddress(target.pathname, pages);
      if (canonical !== null) return redirect(request, response, canonical + target.search);
    }
    if (!route && !isCompiling) return notFound(exchange);
    if (route) underway.route = route.pattern;
    return answerOnDemand(exchange, route);
  }

  /** @returns whether the address is one of the server's own */
  async function answerProbe({ request, response, target, underway }: Exchange): Promise<boolean> {
    const { pathname } = target;
    if (pathname !== '/healthz' && pathname !== '/readyz' && pathname !== '/metrics') return false;
    underway.route = pathname;
    if (!isReading(request.method)) methodNotAllowed(response, ['GET']);
    else if (pathname === '/healthz') probes.healthz(response);
    else if (pathname === '/readyz') await probes.readyz(response);
    else return probes.metrics(request, response);
    return true;
  }

  function resolve(request: IncomingMessage): ReturnType<typeof entry.resolveDigitalLink> {
    return entry.resolveDigitalLink({ url: options.siteUrl + request.url, client: nodeRequest(request) });
  }

  async function answerFile(exchange: Exchange, file: BuiltFile): Promise<void> {
    const { request, response, target, underway } = exchange;
    underway.route = fileRoute(file).pattern;
    if (statusPage.test(file.path)) return notFound(exchange);
    if (!isReading(request.method)) return methodNotAllowed(response, ['GET']);
    const detour = file.path.endsWith('.html') ? couponDetour(target.pathname, target.search) : null;
    if (detour !== null) return seeOther(response, detour);
    const clean = cleanAddress(files, target.pathname);
    if (clean !== null) return redirect(request, response, clean + target.search);
    await staticFiles.send(request, response, file);
  }

  async function answerOnDemand(exchange: Exchange, route: Route | null): Promise<void> {
    const { request, response, target, underway } = exchange;
    const { method = '' } = request;
    const isAllowed = !route || isReading(method) || route.methods.some((one) => one === method);
    if (!isAllowed) return methodNotAllowed(response, route.methods);
    // Pages show what was typed: only what can be read as text reaches them.
    const search = readableSearch(target.search);
    if (search !== target.search) request.url = request.url?.replace(/\?.*$/s, search);
    const accepted = request.headers['accept-encoding'] ?? null;
    // Before anything is done or counted: nobody would get to know.
    if (chooseCoding(accepted, textEncodings) === null) {
      return sendText(response, 406, serverMessages.notEncodable);
    }
    const stamp = isReading(method) ? await entry.answerStamp(request) : null;
    if (stamp && 'body' in stamp) return sendComplete(response, stamp);
    const locals = stamp ? { stampPage: stamp } : {};
    // What a page does not say otherwise is for this visitor only.
    response.setHeader('Cache-Control', cacheControl.onDemand);
    const encode = chooseCoding(accepted, []) === null ? compressAll : compress;
    await new Promise<void>((done) => encode(request as never, response as never, () => done()));
    const next = (error?: unknown) => {
      if (error) sendFailure(request, response, { route: underway.route, error });
      else notFound(exchange).catch(() => response.destroy());
    };
    await entry.handler(request, response, next, locals);
  }

  async function notFound({ request, response, target }: Exchange): Promise<void> {
    const english = /^\/en(\/|$)/i.test(target.pathname);
    const page = (english ? files.get('en/404.html') : undefined) ?? files.get('404.html');
    if (!page) return sendText(response, 404, serverMessages.unknownPage);
    await staticFiles.send(request, response, page, 404);
  }
}

/** Pages that tell a failure are no pages of their own. */
const statusPage = /^(en\/)?(404|500)\.html$/;

function fileRoute(file: BuiltFile): Route {
  if (file.path.startsWith('_astro/')) return fileRoutes.asset;
  return file.path.endsWith('.html') ? fileRoutes.page : fileRoutes.file;
}

async function loadEntry(distDir: string): Promise<BuiltEntry> {
  const entry = pathToFileURL(path.join(distDir, 'server', 'entry.mjs')).href;
  return (await import(entry)) as BuiltEntry;
}
