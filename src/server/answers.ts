/** The few answers the server gives itself. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cacheControl } from '../http/cache-control.ts';
import { chooseCoding, encoded, textEncodings } from '../http/content-encoding.ts';
import { log } from '../log/logger.ts';
import type { CompleteAnswer } from '../stamps/page/answer-scan.server.ts';
import { serverMessages } from './messages.ts';

/** Methods that change nothing (RFC 9110, 9.2.1). */
export function isReading(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** A short text in both languages. */
export function sendText(
  response: ServerResponse,
  status: number,
  message: { vi: string; en: string },
): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', cacheControl.never);
  response.writeHead(status).end(`${message.vi}\n${message.en}\n`);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', cacheControl.never);
  response.writeHead(status).end(JSON.stringify(body));
}

/**
 * Sends a reader to the address a page has. A form is sent there again as it is: after 301 browsers turn
 * a POST into a GET and its fields are lost, after 308 (RFC 9110, 15.4.9) they do not.
 */
export function redirect(request: IncomingMessage, response: ServerResponse, location: string): void {
  const reading = isReading(request.method);
  response.setHeader('Cache-Control', reading ? cacheControl.movedForGood : cacheControl.never);
  response.writeHead(reading ? 301 : 308, { Location: location }).end();
}

/** Leads a reader on for this once. */
export function seeOther(response: ServerResponse, location: string): void {
  response.setHeader('Cache-Control', cacheControl.never);
  response.writeHead(303, { Location: location }).end();
}

export function methodNotAllowed(response: ServerResponse, methods: readonly string[]): void {
  response.setHeader(
    'Allow',
    methods.includes('GET') ? ['GET, HEAD', ...methods.slice(1)].join(', ') : methods,
  );
  sendText(response, 405, serverMessages.readOnly);
}

/** A short answer made outside Astro, in the coding the reader likes best where that saves anything. */
export async function sendWebResponse(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
): Promise<void> {
  response.setHeaders(answer.headers);
  const body = Buffer.from(await answer.arrayBuffer());
  const accepted = request.headers['accept-encoding'] ?? null;
  const mustEncode = chooseCoding(accepted, []) === null;
  const coding =
    body.length > ENCODED_FROM || (mustEncode && body.length > 0)
      ? (chooseCoding(accepted, textEncodings) ?? 'identity')
      : 'identity';
  if (body.length > ENCODED_FROM) response.appendHeader('Vary', 'Accept-Encoding');
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
  response.writeHead(answer.status).end(encoded(body, coding));
}

/** Shorter bodies grow by being compressed, or save nothing a packet would notice. */
const ENCODED_FROM = 1_000;

/** In one piece, which is one write to the socket. */
export function sendComplete(response: ServerResponse, { status, headers, body }: CompleteAnswer): void {
  response.appendHeader('Vary', 'Accept-Encoding');
  response.writeHead(status, headers).end(body);
}

/**
 * The outermost edge: what nobody expected becomes one log line and a calm 500.
 * @param route the pattern of the route; the path itself may hold a stamp code or a receipt's token
 */
export function sendFailure(
  request: IncomingMessage,
  response: ServerResponse,
  { route, error }: { route: string; error: unknown },
): void {
  // Whoever went away needs no answer, and what breaks off because of it is no fault.
  if (response.destroyed || request.destroyed) {
    response.destroy();
    return;
  }
  log.error({ err: error, method: request.method ?? '', route }, 'A request failed');
  if (response.headersSent) response.destroy();
  else sendText(response, 500, serverMessages.failed);
}
