import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';

const run = promisify(execFile);

/** The words on each sheet of a page as the browser prints it on A4, read by poppler. */
export async function printedSheets(page: Page): Promise<string[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'printed-'));
  try {
    const file = path.join(dir, 'page.pdf');
    await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
    const { stdout } = await run(process.env.PDFTOTEXT ?? 'pdftotext', ['-layout', file, '-'], {
      maxBuffer: 10_000_000,
    });
    // Each sheet ends with a form feed.
    return stdout.split('\f').slice(0, -1);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
