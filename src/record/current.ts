/** The record of this process: loaded once, from the folder and the sample setting of the environment. */
import { loadRecord } from './load.ts';
import { once } from './once.ts';
import type { PublicRecord } from './types.ts';

/**
 * The public record of CONTENT_DIR (default 'content', from the working folder), with samples unless
 * SAMPLES=off. Loaded once a process; a failed load is tried again by the next caller, so an editor
 * can mend a file while the dev server runs. Throws ContentError.
 */
export const publicRecord: () => Promise<PublicRecord> = once(() =>
  loadRecord({
    contentDir: process.env.CONTENT_DIR || 'content',
    samples: process.env.SAMPLES !== 'off',
  }),
);
