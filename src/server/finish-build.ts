import { todayInVietnam } from '@ocop/rules/date';
import type { AstroIntegration } from 'astro';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicRecord } from '../record/current.ts';
import { PHOTOS_FILE } from '../record/snapshot.ts';
import { formerAddresses } from './former-addresses.ts';
import { writeBuiltIndex, type PageCheck } from './write-built-index.ts';
import { writeRecord } from './write-record.ts';

/**
 * Last step of a build: writes the record for on-demand pages beside the site, then the compressed
 * copies and the index the server starts from. Without that index the server refuses the build, so
 * a build that broke off half-way is never served.
 * @param openCheck makes what looks at every built page, here where the build is done
 */
export function finishBuild(openCheck: () => Promise<PageCheck>): AstroIntegration {
  return {
    name: 'finish-build',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const distDir = path.dirname(fileURLToPath(dir).replace(/[/\\]$/, ''));
        const record = await publicRecord();
        const photos = await takeOut(path.join(distDir, 'client', PHOTOS_FILE));
        writeRecord(record, path.join(distDir, 'record'), todayInVietnam(new Date()), photos);
        const { files } = await writeBuiltIndex(distDir, await openCheck(), formerAddresses(record));
        logger.info(`Wrote the record of ${record.products.length} products, indexed ${files.length} files`);
      },
    },
  };
}

/** JSON the build wrote among the public files and that is not to be served. Throws without it. */
async function takeOut(file: string): Promise<unknown> {
  const data: unknown = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  return data;
}
