import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LRUCache } from 'lru-cache';
import { cacheControl } from '../http/cache-control.ts';
import { chooseCoding, encoded, textEncodings } from '../http/content-encoding.ts';
import type { ContentCoding, ContentEncoding } from '../http/content-encoding.ts';
import { sendText } from './answers.ts';
import type { BuiltFile } from './built-files.ts';
import { isUnchanged, readRange, type ByteRange } from './byte-range.ts';
import { serverMessages } from './messages.ts';

/** Content types of what a build contains; anything else is sent as plain bytes. */
const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Bodies up to this size are cached in memory after the first request. */
const cacheUpToBytes = 128 * 1024;
/** Memory for cached bodies; a catalogue of pages fits. */
const cacheTotalBytes = 64 * 1024 * 1024;

/** What the compressed copies beside a file end in. */
const copyNames = { br: 'br', gzip: 'gz' } as const satisfies Record<ContentEncoding, string>;

/** Sends files of one build: compressed copies, ETags, cache rules by kind. */
export class StaticFiles {
  readonly #clientDir: string;
  readonly #bodies = new LRUCache<string, Buffer>({
    maxSize: cacheTotalBytes,
    sizeCalculation: (body) => Math.max(1, body.byteLength),
  });
  readonly #onLookup: (isHit: boolean) => void;

  /** @param onLookup told of each look-up in the cache of bodies */
  constructor(clientDir: string, onLookup: (isHit: boolean) => void = () => undefined) {
    this.#clientDir = clientDir;
    this.#onLookup = onLookup;
  }

  /**
   * Answers a GET or HEAD with the file, or with the part of it that is asked for. A reader that goes away
   * is not an error.
   */
  async send(request: IncomingMessage, response: ServerResponse, file: BuiltFile, status = 200) {
    const { range: asked, 'accept-encoding': accepted = null } = request.headers;
    const mayBePart = status === 200 && request.method === 'GET' && asked !== undefined;
    const coding = chooseFileCoding(accepted, file, mayBePart);
    const etag = etagOf(file, coding ?? 'identity');
    response.setHeader('Cache-Control', cacheRule(file.path, status));
    if (file.br !== null || file.gz !== null) response.appendHeader('Vary', 'Accept-Encoding');
    if (coding === null) return this.#sendEncoded(request, response, file, status);
    response.setHeader('Content-Type', contentType(file));
    if (status === 200) {
      response.setHeader('ETag', etag);
      response.setHeader('Accept-Ranges', 'bytes');
      if (matchesEtag(request.headers['if-none-match'], file.hash)) {
        response.removeHeader('Content-Type');
        response.writeHead(304).end();
        return;
      }
    }
    const copy = coding === 'identity' ? null : copyNames[coding];
    if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
    const size = copy === null ? file.size : (file[copy] ?? file.size);
    const ifRange = [request.headers['if-range']].flat()[0];
    const range = mayBePart && isUnchanged(ifRange, etag) ? readRange(asked, size) : null;
    if (range === 'unsatisfiable') {
      response.setHeader('Content-Range', `bytes */${size}`);
      return sendText(response, 416, serverMessages.noSuchPart);
    }
    if (range) response.setHeader('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
    response.setHeader('Content-Length', range ? range.end - range.start + 1 : size);
    response.writeHead(range ? 206 : status);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    await this.#sendBody(response, copy === null ? file.path : `${file.path}.${copy}`, size, range);
  }

  /** For a reader that takes no file as it is, where no compressed copy is kept because it did not pay. */
  async #sendEncoded(
    request: IncomingMessage,
    response: ServerResponse,
    file: BuiltFile,
    status: number,
  ): Promise<void> {
    const coding = chooseCoding(request.headers['accept-encoding'] ?? null, textEncodings);
    const body =
      coding !== null && file.size <= cacheUpToBytes
        ? await readFile(path.join(this.#clientDir, file.path)).catch(() => null)
        : null;
    if (body === null || coding === null) return sendText(response, 406, serverMessages.notEncodable);
    response.setHeader('Content-Type', contentType(file));
    response.setHeader('Content-Encoding', coding);
    response.setHeader('Vary', 'Accept-Encoding');
    if (status === 200) response.setHeader('ETag', etagOf(file, coding));
    const sent = encoded(body, coding);
    response.setHeader('Content-Length', sent.byteLength);
    response.writeHead(status).end(request.method === 'HEAD' ? undefined : sent);
  }

  async #sendBody(response: ServerResponse, name: string, size: number, range: ByteRange | null) {
    const location = path.join(this.#clientDir, name);
    if (size > cacheUpToBytes) {
      await pipeline(createReadStream(location, range ?? {}), response).catch((error: unknown) => {
        if (!response.destroyed) response.destroy(error instanceof Error ? error : undefined);
      });
      return;
    }
    const cached = this.#bodies.get(name);
    this.#onLookup(cached !== undefined);
    const body = cached ?? (await readFile(location).catch(() => null));
    // A size that no longer fits means the build was replaced under a running server: break off
    // rather than send half a page under the old length.
    if (!body || body.byteLength !== size) {
      response.destroy();
      return;
    }
    if (!cached) this.#bodies.set(name, body);
    response.end(range ? body.subarray(range.start, range.end + 1) : body);
  }
}

function contentType({ path: name }: BuiltFile): string {
  return contentTypes[path.extname(name)] ?? 'application/octet-stream';
}

function etagOf({ hash }: BuiltFile, coding: ContentCoding): string {
  return coding === 'identity' ? `"${hash}"` : `"${hash}-${copyNames[coding]}"`;
}

/** Whether an If-None-Match header names this content in any encoding. */
export function matchesEtag(header: string | undefined, hash: string): boolean {
  if (!header) return false;
  return header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === `"${hash}"` || tag === `"${hash}-br"` || tag === `"${hash}-gz"`);
}

/**
 * The coding a file is sent in; null where the reader takes none it is kept in. A part is cut from the
 * file as it is, wherever that is taken: whoever fetches a file piece by piece puts pieces of one kind
 * together.
 */
function chooseFileCoding(header: string | null, file: BuiltFile, isPart: boolean): ContentCoding | null {
  if (isPart && chooseCoding(header, []) === 'identity') return 'identity';
  return chooseCoding(
    header,
    textEncodings.filter((encoding) => file[copyNames[encoding]] !== null),
  );
}

/** Hashed assets never change; pages are asked for again after a minute, answered by ETag. */
export function cacheRule(name: string, status = 200): string {
  if (status !== 200) return cacheControl.never;
  if (name.startsWith('_astro/')) return cacheControl.hashedFile;
  return name.endsWith('.html') ? cacheControl.builtPage : cacheControl.builtFile;
}
