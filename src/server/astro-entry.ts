/**
 * What the built server hands to the process that serves it: Astro, and what is answered before it. The
 * process takes all that has a state from here (caches, connections, counters) and nothing of it from
 * the sources, so that each lives once.
 */
import './scan-metrics.server.ts';

export { handler } from '@astrojs/node/server.js';
export { resolveDigitalLink } from '../digital-link/resolver.server.ts';
export { countCacheLookup, httpDuration, httpRequests, measureProcess, metrics } from '../log/metrics.ts';
export { answerStamp } from '../stamps/page/stamp-http.server.ts';
export { readiness } from './readiness.server.ts';
export { spoolStatus, startScanDelivery } from '../stamps/scan-spool/scan-spool.server.ts';
