import { todayInVietnam } from '@ocop/rules/date';
import type { AstroIntegration, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEnv } from '../config/env.ts';
import { publicRecord } from '../record/current.ts';
import { PHOTOS_FILE } from '../record/snapshot.ts';
import { kindOf } from './finish-file.ts';
import type { FinishThreads } from './finish-threads.ts';
import { formerAddresses } from './former-addresses.ts';
import { securityText, securityTextPath } from './security-text.ts';
import { openThreads, writeBuiltIndex, type PageCheck } from './write-built-index.ts';
import { writeRecord } from './write-record.ts';

/**
 * Last step of a build: writes the record for on-demand pages beside the site, then the compressed
 * copies and the index the server starts from. Without that index the server refuses the build, so
 * a build that broke off half-way is never served. Copies are begun while pages are still rendered,
 * which leaves all but one core idle.
 * @param openCheck makes what looks at every built page, once the fonts are there
 */
export function finishBuild(openCheck: () => Promise<PageCheck>): AstroIntegration {
  let distDir = '';
  let siteUrl = '';
  let check: PageCheck | null = null;
  let threads: FinishThreads | null = null;
  const checkOnce = async () => (check ??= await openCheck());
  return {
    name: 'finish-build',
    hooks: {
      'astro:config:done': ({ config }) => {
        distDir = fileURLToPath(config.outDir);
        siteUrl = config.site ?? '';
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => ({
          ...usual,
          setup: async () => {
            await usual.setup?.();
            threads = await openThreads(distDir, await checkOnce());
            handOverAssets(path.join(distDir, 'client'), threads);
          },
          render: async (...asked) => handedOver(await usual.render(...asked), threads),
        }));
      },
      'astro:build:setup': ({ updateConfig }) => {
        // Astro takes a prerenderer that is not its own to bring its own entry.
        const input = fileURLToPath(new URL('prerender-entry.ts', import.meta.url));
        const rolldownOptions = { input };
        updateConfig({ environments: { prerender: { build: { rolldownOptions } } } });
      },
      'astro:build:done': async ({ logger }) => {
        const record = await publicRecord();
        const photos = await takeOut(path.join(distDir, 'client', PHOTOS_FILE));
        writeRecord(record, path.join(distDir, 'record'), todayInVietnam(new Date()), photos);
        await writeSecurityText(path.join(distDir, 'client'), siteUrl, logger);
        const redirects = formerAddresses(record);
        const { files } = await writeBuiltIndex(distDir, { check: await checkOnce(), threads, redirects });
        logger.info(`Wrote the record of ${record.products.length} products, indexed ${files.length} files`);
      },
    },
  };
}

/** Scripts and the decoder take longest to compress and are there before the first page. */
function handOverAssets(clientDir: string, threads: FinishThreads): void {
  const assetDir = path.join(clientDir, '_astro');
  if (!existsSync(assetDir)) return;
  for (const name of readdirSync(assetDir)) {
    if (kindOf(name) === 'asset') threads.handOver(readFileSync(path.join(assetDir, name)), 'asset');
  }
}

type Rendered = Awaited<ReturnType<AstroPrerenderer['render']>>;

/** The same answer again, its page in the hands of the threads. */
async function handedOver(rendered: Rendered, threads: FinishThreads | null): Promise<Rendered> {
  const response = rendered instanceof Response ? rendered : rendered.response;
  const isPage = response.headers.get('content-type')?.startsWith('text/html') && response.body !== null;
  if (!threads || !isPage) return rendered;
  const content = await response.arrayBuffer();
  threads.handOver(new Uint8Array(content), 'page');
  const again = new Response(content, { status: response.status, headers: response.headers });
  return rendered instanceof Response ? again : { ...rendered, response: again };
}

/** Written where the operator named a contact: none is better than one that reads nothing. */
async function writeSecurityText(
  clientDir: string,
  siteUrl: string,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const { SECURITY_CONTACT: contact } = readEnv();
  if (!contact) {
    logger.warn(
      'No SECURITY_CONTACT is set, so there is no /.well-known/security.txt: who finds a hole will not know ' +
        'whom to tell.',
    );
    return;
  }
  const file = path.join(clientDir, securityTextPath);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, securityText(contact, siteUrl, todayInVietnam(new Date())));
}

/** JSON the build wrote among the public files and that is not to be served. Throws without it. */
async function takeOut(file: string): Promise<unknown> {
  const data: unknown = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  return data;
}
