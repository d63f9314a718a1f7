import type { ServerResponse } from 'node:http';
import type { httpDuration, httpRequests } from '../log/metrics.ts';

/** The metrics of the build: its pages and this server count in the same registry. */
export interface RequestMeters {
  httpRequests: typeof httpRequests;
  httpDuration: typeof httpDuration;
}

/** A request being answered. `route` is set as soon as it is known: a pattern, never the path. */
export interface Underway {
  route: string;
}

/** Counts and times one request: one listener and two look-ups, some microseconds. */
export function measure(response: ServerResponse, { httpRequests, httpDuration }: RequestMeters): Underway {
  const underway: Underway = { route: 'other' };
  const start = performance.now();
  response.once('close', () => {
    // A reader that went away before an answer began is counted as nginx does.
    const code = response.headersSent ? response.statusCode : 499;
    httpRequests.inc({ route: underway.route, code });
    httpDuration.observe({ route: underway.route }, (performance.now() - start) / 1_000);
  });
  return underway;
}
