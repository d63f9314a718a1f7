import type { Server } from 'node:http';
import path from 'node:path';
import { readCommandLine } from '../config/command-line.mjs';
import { EnvironmentError, pickSiteEnvironment, readEnv } from '../config/env.ts';
import { missingSettings } from '../config/missing-settings.ts';
import { log } from '../log/logger.ts';
import { listening } from './listening.ts';
import { createSiteServer } from './serve.ts';

/** How long answers under way may take after a stop was asked for, in milliseconds. */
const drainWithin = 5_000;

/** The site as a process of its own: `node src/server/main.ts [dist folder]`. */
async function main(distDir: string): Promise<void> {
  process.env.RECORD_DIR ||= path.join(distDir, 'record');
  const env = readEnv();
  // From outside such a site looks whole: it answers pages, and says at a stamp what it cannot do.
  for (const { name, without } of missingSettings(pickSiteEnvironment(env))) {
    log.warn({ component: 'settings', reason: `${name} is not set: ${without}` }, 'A setting is missing');
  }
  const { server, drain } = await createSiteServer({
    distDir,
    siteUrl: env.SITE_URL,
    picturesUrl: env.S3_PUBLIC_URL,
    metricsToken: env.METRICS_TOKEN,
  });
  server.on('error', (error) => {
    log.error(
      { port: env.PORT, reason: error.message },
      `The site cannot listen on port ${env.PORT}. Stop the other program or set PORT.`,
    );
    process.exit(1);
  });
  server.on('listening', () => log.info({ port: env.PORT }, `${listening} ${env.PORT}`));
  listen(server, env.PORT, env.HOST);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop(server, signal, drain));
}

/** Machines without IPv6 cannot listen on `::`; Node's own default address covers both kinds. */
function listen(server: Server, port: number, host: string) {
  if (host === '::') server.listen(port);
  else server.listen(port, host);
}

/** Ends when the answers under way are sent; whoever asks meanwhile hears that the site is stopping. */
function stop(server: Server, signal: string, drain: () => void) {
  log.info({ signal }, 'The site is stopping');
  drain();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), drainWithin).unref();
}

const { positionals } = readCommandLine(
  `
npm run serve -- [FOLDER]

Serves a finished build (dist if nothing is said) on HOST and PORT until it is stopped, without Medusa,
PostgreSQL or Meilisearch of its own: their addresses stand in the environment.
`,
  { words: 1 },
);

main(positionals[0] ?? 'dist').catch((error: unknown) => {
  // Which settings are wrong is the message itself; it holds nothing of their values.
  if (error instanceof EnvironmentError) log.error({}, error.message);
  else log.error({ err: error }, 'The site cannot start');
  process.exit(1);
});
