import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between the site and Medusa and misbehaves. */
export interface BrokenProxy {
  url: string;
  /** How it answers posted scans from now on; null passes them on. */
  answers(answer: BrokenAnswer | null): void;
  /** How many batches it answered by itself since the last change. */
  refused(): number;
  close(): Promise<void>;
}

export interface BrokenAnswer {
  status: number;
  body: string;
  headers?: Record<string, string>;
  /** Only bodies larger than this many bytes are answered so. */
  above?: number;
}

/** A proxy in front of `target` that can answer in Medusa's place. */
export async function startBrokenProxy(target: string): Promise<BrokenProxy> {
  let broken: BrokenAnswer | null = null;
  let refused = 0;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (broken && request.url === '/site/scans' && body.length > (broken.above ?? 0)) {
      refused += 1;
      response.writeHead(broken.status, broken.headers).end(broken.body);
      return;
    }
    const headers = Object.entries(request.headers as Record<string, string>).filter(
      ([name]) => name !== 'host' && name !== 'connection',
    );
    const passed = await fetch(target + request.url, {
      method: request.method ?? 'GET',
      headers,
      ...(body.length > 0 ? { body } : {}),
    }).catch(() => null);
    if (!passed) response.writeHead(502).end();
    else response.writeHead(passed.status, { 'content-type': 'application/json' }).end(await passed.text());
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers(answer) {
      broken = answer;
      refused = 0;
    },
    refused: () => refused,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
