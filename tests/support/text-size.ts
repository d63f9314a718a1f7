import { chromium, type BrowserContext } from '@playwright/test';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { followTestClock } from './fixtures.ts';
import { testStack } from './stack.ts';

/** A browser whose owner set another size of text than the usual 16 px. */
export interface ReaderBrowser {
  context: BrowserContext;
  close(): Promise<void>;
}

/**
 * Starts Chromium as a person has it who chose larger letters in its settings: the preference in the
 * profile, not a zoom, so that `rem` and media queries follow as they do on a phone.
 * @param textSize pixels of `1rem`
 */
export async function openReaderBrowser(
  textSize: number,
  viewport: { width: number; height: number },
): Promise<ReaderBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'reader-profile-'));
  await mkdir(path.join(profile, 'Default'));
  await writeFile(
    path.join(profile, 'Default/Preferences'),
    JSON.stringify({ webkit: { webprefs: { default_font_size: textSize } } }),
  );
  const context = await chromium.launchPersistentContext(profile, {
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    baseURL: testStack().siteUrl,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport,
  });
  await followTestClock(context);
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
