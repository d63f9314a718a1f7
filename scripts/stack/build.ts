import path from 'node:path';
import { readEnv } from '../../src/config/env.ts';
import { readRunning } from '../../src/config/running.ts';
import { contentSummary, readContent } from './content.ts';
import { Supervisor } from './supervisor.ts';
import { isAlive } from './processes.ts';
import { createProgress } from './progress.ts';
import { buildSite, putInPlace } from './site.ts';
import { StackError } from './stack-error.ts';
import { messageOf } from './error-message.ts';

/**
 * `npm run build`: builds the site for the SITE_URL of the environment. A build that fails leaves
 * the one before in place.
 * @returns the exit code of the process
 */
export async function buildForProduction(distDir: string, write: (text: string) => void): Promise<number> {
  const supervisor = new Supervisor();
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  try {
    const env = readEnv();
    const running = await readRunning(env.DATA_DIR);
    if (running && isAlive(running.pid)) {
      throw new StackError(
        `The site is being served from ${distDir} by npm start (process ${running.pid}), which builds by itself. ` +
          'Stop that one first.',
      );
    }
    const progress = createProgress(write, 2);
    const contentStep = progress.step('Content');
    const contentDir = path.resolve(env.CONTENT_DIR);
    const record = await readContent(env, contentStep.note);
    contentStep.done(contentSummary(record));
    const buildStep = progress.step('Site');
    const draft = await buildSite(
      {
        distDir,
        contentDir,
        samples: env.SAMPLES,
        siteUrl: env.SITE_URL,
        env: process.env,
        signal: stopping.signal,
      },
      record,
      { dataDir: path.resolve(env.DATA_DIR), supervisor },
      new Date(),
    );
    await putInPlace(draft, distDir);
    buildStep.done(`built for ${env.SITE_URL} in ${distDir}`);
    return 0;
  } catch (error) {
    write(`\n${stopping.signal.aborted ? 'Stopped; nothing was changed.' : messageOf(error)}\n`);
    return 1;
  } finally {
    supervisor.close();
  }
}
