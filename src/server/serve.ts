import compression from 'compression';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bodyProblem } from './body-limit.ts';
import { log } from '../log/logger.ts';
import { cleanAddress, fileFor, readBuiltIndex, type BuiltFile } from './built-files.ts';
import { isFromOwnPages, securityHeaders } from './security.ts';
import type { CompleteAnswer } from '../stamps/page/answer-scan.server.ts';
import type { answerStamp } from '../stamps/page/stamp-http.server.ts';
import { StaticFiles } from './static-files.ts';
import { serverWords } from './messages.ts';

/** What the build hands over (astro-entry.ts). */
export interface BuiltEntry {
  /** Astro's handler as its Node adapter builds it; `next` is called where no on-demand page matches. */
  handler(
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
    locals?: App.Locals,
  ): Promise<void>;
  answerStamp: typeof answerStamp;
}

/** What deciding about an address needs of a request; `url` is absolute. */
type AskedAddress = Pick<Request, 'method' | 'url' | 'headers'>;

export interface SiteServerOptions {
  /** Public origin, which forms may also be posted from. */
  siteUrl: string;
  picturesUrl?: string | undefined;
  /**
   * Asked before anything else about an address without a built file: an answer, headers for the
   * page that answers, or null to go on.
   */
  resolve?: (request: AskedAddress) => Promise<Response | Headers | null>;
}

/** What is served: the files of a build, or none of them while pages are compiled as they are asked for. */
export interface ServedSite {
  files: ReadonlyMap<string, BuiltFile>;
  staticFiles: StaticFiles;
  /** CSP sources of the inline scripts its pages may run. */
  inlineScripts: readonly string[];
  entry: BuiltEntry;
}

/**
 * The site's HTTP server on a finished build. Not listening yet.
 * @throws when the folder holds no finished build.
 */
export async function createSiteServer({
  distDir: folder,
  ...options
}: SiteServerOptions & { distDir: string }): Promise<Server> {
  const distDir = path.resolve(folder);
  const index = await readBuiltIndex(distDir);
  const site: ServedSite = {
    files: new Map(index.files.map((file) => [file.path, file])),
    staticFiles: new StaticFiles(path.join(distDir, 'client')),
    inlineScripts: index.inlineScripts,
    entry: await loadEntry(distDir),
  };
  return serveSite(site, options);
}

/**
 * The server in front of Astro: built files first, then Astro's on-demand pages, then the built 404
 * page. Not listening yet.
 */
export function serveSite(
  { files, staticFiles, inlineScripts, entry }: ServedSite,
  options: SiteServerOptions,
): Server {
  const headers = new Map(
    Object.entries(
      securityHeaders({
        siteUrl: options.siteUrl,
        inlineScripts,
        picturesUrl: options.picturesUrl,
      }),
    ),
  );
  const compress = compression();

  const server = createServer((request, response) => {
    response.setHeaders(headers);
    answer(request, response).catch((error: unknown) => fail(request, response, error));
  });
  // A photo of six megabytes takes a weak line two minutes; headers are small and come at once.
  server.requestTimeout = 150_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  return server;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = readTarget(request.url);
    if (!target) return plain(response, 400, serverWords.unreadableAddress);
    if (target.pathname === '/healthz') return health(response);
    const file = fileFor(files, target.pathname);
    const resolution = file ? null : await resolve(request);
    if (resolution instanceof Response) return sendResponse(response, resolution);
    if (resolution) response.setHeaders(resolution);
    if (target.redirect !== null) return redirect(response, target.redirect);
    if (!isFromOwnPages(request, options.siteUrl)) {
      return plain(response, 403, serverWords.foreignForm);
    }
    const problem = bodyProblem(request, target.pathname);
    if (problem === 'too-large') return plain(response, 413, serverWords.tooMuch);
    if (problem === 'unknown-length') return plain(response, 411, serverWords.unknownLength);
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (file && statusPage.test(file.path)) return notFound(request, response, target.pathname);
    if (file && reading) {
      const clean = cleanAddress(files, target.pathname);
      return clean === null
        ? staticFiles.send(request, response, file)
        : redirect(response, clean + target.search);
    }
    const stamp = reading && !file ? await entry.answerStamp(request) : null;
    if (stamp && 'body' in stamp) return sendComplete(response, stamp);
    const locals = stamp ? { stampPage: stamp } : {};
    await onDemand(request, response, { pathname: target.pathname, file, locals });
  }

  async function resolve(request: IncomingMessage): Promise<Response | Headers | null> {
    const { accept, 'accept-language': language } = request.headers;
    const headers = new Headers();
    if (accept !== undefined) headers.set('accept', accept);
    if (language !== undefined) headers.set('accept-language', language);
    const url = options.siteUrl + request.url;
    return options.resolve?.({ method: request.method ?? 'GET', url, headers }) ?? null;
  }

  async function onDemand(
    request: IncomingMessage,
    response: ServerResponse,
    { pathname, file, locals }: { pathname: string; file: BuiltFile | null; locals: App.Locals },
  ): Promise<void> {
    // What a page does not say otherwise is for this visitor only.
    response.setHeader('Cache-Control', 'private, no-cache');
    await new Promise<void>((resolve) => compress(request as never, response as never, () => resolve()));
    const next = (error?: unknown) => {
      if (error) return fail(request, response, error);
      if (file) {
        response.setHeader('Allow', 'GET, HEAD');
        return plain(response, 405, serverWords.readOnly);
      }
      return notFound(request, response, pathname);
    };
    await entry.handler(request, response, next, locals);
  }

  function notFound(request: IncomingMessage, response: ServerResponse, pathname: string): void {
    const english = pathname === '/en' || pathname.startsWith('/en/');
    const page = (english ? files.get('en/404.html') : undefined) ?? files.get('404.html');
    if (!page) return plain(response, 404, serverWords.unknownPage);
    staticFiles.send(request, response, page, 404).catch((error: unknown) => fail(request, response, error));
  }
}

/** Pages that tell a failure are no pages of their own. */
const statusPage = /^(en\/)?(404|500)\.html$/;

/** Splits a request target; null where it is not a path or not decodable. */
export function readTarget(
  target: string | undefined,
): { pathname: string; search: string; redirect: string | null } | null {
  if (!target?.startsWith('/')) return null;
  const [rawPath = '/', ...rest] = target.split('?');
  const search = rest.length > 0 ? `?${rest.join('?')}` : '';
  // Never let two leading slashes into a Location header: browsers read them as another host.
  const trimmed = `/${rawPath.replace(/^[/\\]+/, '').replace(/\/+$/, '')}`;
  const pathname = decodePath(trimmed);
  if (pathname === null || pathname.includes('\0')) return null;
  return { pathname, search, redirect: trimmed === rawPath ? null : trimmed + search };
}

function decodePath(text: string): string | null {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return null;
  }
}

async function loadEntry(distDir: string): Promise<BuiltEntry> {
  const entry = pathToFileURL(path.join(distDir, 'server', 'entry.mjs')).href;
  return (await import(entry)) as BuiltEntry;
}

function health(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end('{"status":"ok"}');
}

function redirect(response: ServerResponse, location: string): void {
  response.setHeader('Cache-Control', 'public, max-age=3600');
  response.writeHead(301, { Location: location }).end();
}

function plain(response: ServerResponse, status: number, words: { vi: string; en: string }): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status).end(`${words.vi}\n${words.en}\n`);
}

async function sendResponse(response: ServerResponse, answer: Response): Promise<void> {
  response.setHeaders(answer.headers);
  response.writeHead(answer.status).end(await answer.text());
}

/** In one piece, which is one write to the socket. */
function sendComplete(response: ServerResponse, { status, headers, body }: CompleteAnswer): void {
  response.writeHead(status, headers).end(body);
}

/** The outermost edge: what nobody expected becomes one log line and a calm 500. */
function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  log.error({ err: error, method: request.method ?? '' }, 'A request failed');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  plain(response, 500, serverWords.failed);
}
