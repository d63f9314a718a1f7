import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { cacheControl } from '../http/cache-control.ts';
import { sendJson } from './answers.ts';
import type { Readiness } from './readiness.server.ts';

/** Answers of probes are made at most once in this time, however often they are asked for. Milliseconds. */
const FRESH_MS = 1_000;

/** What the probes tell of, from the modules of the build. */
export interface ProbeSources {
  readiness(): Promise<Readiness>;
  /** Prometheus' text format, version 0.0.4. */
  metrics: { contentType: string; metrics(): Promise<string> };
}

export interface Probes {
  /** Alive: the process answers. Whoever restarts processes asks this. */
  healthz(response: ServerResponse): void;
  /** Ready: the process should be sent requests. Whoever spreads requests asks this. */
  readyz(response: ServerResponse): Promise<void>;
  /** @returns false where the caller did not show the token; nothing was answered then */
  metrics(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** From now on not ready: the process is about to stop. */
  drain(): void;
}

/**
 * The server's answers about itself.
 * @param metricsToken without one nobody gets the metrics: behind a proxy on the same machine every
 * visitor comes from loopback, so an address says nothing about who asks
 */
export function createProbes(sources: ProbeSources, metricsToken: string | undefined): Probes {
  let draining = false;
  // One load at a time, shared by whoever asks meanwhile.
  const answers = new LRUCache<'readiness' | 'metrics', Readiness | string>({
    max: 2,
    ttl: FRESH_MS,
    fetchMethod: (which) => (which === 'readiness' ? sources.readiness() : sources.metrics.metrics()),
  });
  return {
    healthz(response) {
      sendJson(response, 200, { status: 'ok' });
    },
    async readyz(response) {
      const readiness = (await answers.fetch('readiness')) as Readiness;
      const ready = readiness.status !== 'unable' && !draining;
      sendJson(response, ready ? 200 : 503, draining ? { ...readiness, status: 'stopping' } : readiness);
    },
    async metrics(request, response) {
      if (metricsToken === undefined || !shows(request.headers.authorization, metricsToken)) return false;
      const body = (await answers.fetch('metrics')) as string;
      response.setHeader('Content-Type', sources.metrics.contentType);
      response.setHeader('Cache-Control', cacheControl.never);
      response.writeHead(200).end(body);
      return true;
    },
    drain() {
      draining = true;
    },
  };
}

/** Compared by hash, so that neither time nor length tells how much of a guess is right. */
function shows(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
