/**
 * The site for `npm run dev`: the server that stands in front of Astro in production, with the same
 * headers, limits and resolver, in front of Astro's compiler instead of a build.
 */
import { dev } from 'astro';
import { watchFile } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readEnv } from '../../src/config/env.ts';
import { resolveDigitalLink } from '../../src/digital-link/resolver.server.ts';
import { log } from '../../src/log/logger.ts';
import * as meters from '../../src/log/metrics.ts';
import { publicRecord } from '../../src/record/current.ts';
import { formerAddresses } from '../../src/server/former-addresses.ts';
import { knownInlineScripts } from '../../src/server/inline-scripts.ts';
import { listening } from '../../src/server/listening.ts';
import { readiness } from '../../src/server/readiness.server.ts';
import { serveSite } from '../../src/server/serve.ts';
import { StaticFiles } from '../../src/server/static-files.ts';
import { spoolStatus, startScanDelivery } from '../../src/stamps/scan-spool/scan-spool.server.ts';
import { contentFaultFile, contentFaultPage } from './content-fault.ts';
import { rootDir } from './root.ts';

const env = readEnv();
let compile: ((request: IncomingMessage, response: ServerResponse) => void) | null = null;

const { server, drain } = serveSite(
  {
    // Nothing is built, so every address goes to Astro, stamp pages too.
    files: new Map(),
    staticFiles: new StaticFiles(rootDir),
    inlineScripts: await knownInlineScripts('live'),
    redirects: new Map(Object.entries(formerAddresses(await publicRecord()))),
    entry: {
      handler: (request, response) => {
        const fault = isForReaders(request) ? contentFaultPage(env.RECORD_DIR) : null;
        if (fault === null) compile?.(request, response);
        else response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' }).end(fault);
        return Promise.resolve();
      },
      answerStamp: () => Promise.resolve(null),
      resolveDigitalLink,
      readiness,
      spoolStatus,
      startScanDelivery,
      ...meters,
    },
    isCompiling: true,
  },
  { siteUrl: env.SITE_URL, picturesUrl: env.S3_PUBLIC_URL, metricsToken: env.METRICS_TOKEN },
);

/** A page somebody reads, as opposed to what Vite and the pages fetch. */
function isForReaders({ url = '', headers }: IncomingMessage): boolean {
  return !url.startsWith('/@') && (headers.accept ?? '').includes('text/html');
}

let reload: (() => void) | undefined;
const astro = await dev({
  root: rootDir,
  logLevel: 'warn',
  // Astro insists on a port of its own; nobody is sent there.
  server: { host: '127.0.0.1', port: 0 },
  // Changes reach the browser over the address it is at, which the content security policy allows.
  vite: {
    server: { ws: { server } },
    plugins: [
      {
        name: 'content-fault',
        configureServer(vite) {
          reload = () => vite.ws.send({ type: 'full-reload', path: '*' });
        },
      },
    ],
  },
});
// A fault shows at once on every page that is open. When it is mended the site starts again, and pages with it.
watchFile(contentFaultFile(env.RECORD_DIR), { interval: 500 }, () => reload?.());
compile = (request, response) => astro.handle(request, response);

server.on('error', (error) => {
  log.error({ port: env.PORT, reason: error.message }, `The site cannot listen on port ${env.PORT}.`);
  process.exit(1);
});
server.on('listening', () => log.info({ port: env.PORT }, `${listening} ${env.PORT}`));
server.listen(env.PORT, ...(env.HOST === '::' ? [] : [env.HOST]));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    drain();
    void astro.stop().finally(() => process.exit(0));
  });
}
