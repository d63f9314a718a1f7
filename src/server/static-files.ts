import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LRUCache } from 'lru-cache';
import { cacheControl } from '../http/cache-control.ts';
import { acceptsEncoding } from '../http/content-encoding.ts';
import type { BuiltFile } from './built-files.ts';

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

type Encoding = 'br' | 'gz';
const encodingNames: Record<Encoding, string> = { br: 'br', gz: 'gzip' };

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

  /** Answers a GET or HEAD with the file. A reader that goes away is not an error. */
  async send(request: IncomingMessage, response: ServerResponse, file: BuiltFile, status = 200) {
    const encoding = chooseEncoding(request.headers['accept-encoding'], file);
    const etag = `"${file.hash}${encoding ? `-${encoding}` : ''}"`;
    response.setHeader('Content-Type', contentTypes[path.extname(file.path)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', cacheRule(file.path, status));
    if (file.br !== null || file.gz !== null) response.setHeader('Vary', 'Accept-Encoding');
    if (status === 200) {
      response.setHeader('ETag', etag);
      if (matchesEtag(request.headers['if-none-match'], file.hash)) {
        response.removeHeader('Content-Type');
        response.writeHead(304).end();
        return;
      }
    }
    if (encoding) response.setHeader('Content-Encoding', encodingNames[encoding]);
    const size = encoding ? (file[encoding] ?? file.size) : file.size;
    response.setHeader('Content-Length', size);
    response.writeHead(status);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    await this.#sendBody(response, encoding ? `${file.path}.${encoding}` : file.path, size);
  }

  async #sendBody(response: ServerResponse, name: string, size: number) {
    const location = path.join(this.#clientDir, name);
    if (size > cacheUpToBytes) {
      await pipeline(createReadStream(location), response).catch((error: unknown) => {
        if (!response.destroyed) response.destroy(error instanceof Error ? error : undefined);
      });
      return;
    }
    const cached = this.#bodies.get(name);
    this.#onLookup(cached !== undefined);
    if (cached) {
      response.end(cached);
      return;
    }
    const body = await readFile(location).catch(() => null);
    // A size that no longer fits means the build was replaced under a running server: break off
    // rather than send half a page under the old length.
    if (!body || body.byteLength !== size) {
      response.destroy();
      return;
    }
    this.#bodies.set(name, body);
    response.end(body);
  }
}

/** Whether an If-None-Match header names this content in any encoding. */
export function matchesEtag(header: string | undefined, hash: string): boolean {
  if (!header) return false;
  return header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === `"${hash}"` || tag === `"${hash}-br"` || tag === `"${hash}-gz"`);
}

/** The best compressed copy the reader takes, or null for the plain file. */
export function chooseEncoding(header: string | undefined, file: BuiltFile): Encoding | null {
  const accepted = header ?? '';
  if (file.br !== null && acceptsEncoding(accepted, 'br')) return 'br';
  if (file.gz !== null && acceptsEncoding(accepted, 'gzip')) return 'gz';
  return null;
}

/** Hashed assets never change; pages are asked for again after a minute, answered by ETag. */
export function cacheRule(name: string, status = 200): string {
  if (status !== 200) return cacheControl.never;
  if (name.startsWith('_astro/')) return cacheControl.hashedFile;
  return name.endsWith('.html') ? cacheControl.builtPage : cacheControl.builtFile;
}
