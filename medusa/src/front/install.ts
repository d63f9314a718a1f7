import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { ownOrigins, refusalOf } from './request-guard.ts';
import { responseHeaders } from './response-headers.ts';

/** `medusaUrl`: the public address of this server. `storeOrigins`: of the object store, where there is one. */
export interface FrontSettings {
  medusaUrl: string;
  storeOrigins: readonly string[];
}

/**
 * Puts the guard before everything Medusa answers. Its own middlewares come after its uploaded files
 * (`/static`) and its staff screens (`/app`), and it offers no place before them; so the guard stands
 * around the listener that Medusa hands to Node's HTTP server. Call it before Medusa is started.
 */
export function installFront(settings: FrontSettings): void {
  const create = http.createServer as unknown as (...given: unknown[]) => http.Server;
  http.createServer = ((...given: unknown[]) => {
    const listener = given.at(-1);
    if (typeof listener !== 'function') return create(...given);
    return create(...given.slice(0, -1), guarded(listener as RequestListener, settings));
  }) as typeof http.createServer;
}

/** A listener behind the guard. */
export function guarded(listener: RequestListener, settings: FrontSettings): RequestListener {
  const own = ownOrigins(settings.medusaUrl);
  return (request: IncomingMessage, response: ServerResponse<IncomingMessage> & { req: IncomingMessage }) => {
    const { method = 'GET', url = '/', headers } = request;
    for (const [name, value] of Object.entries(responseHeaders(url, settings.storeOrigins))) {
      response.setHeader(name, value);
    }
    const refusal = refusalOf({ method, url, header: (name) => [headers[name]].flat().join(', ') }, own);
    if (!refusal) return listener(request, response);
    const { status, ...told } = refusal;
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(told));
    // What is still sent is read and forgotten, so that the answer reaches a client that is still sending.
    request.resume();
  };
}
