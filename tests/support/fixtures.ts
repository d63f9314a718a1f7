import { test as base, expect, type BrowserContext } from '@playwright/test';
import { clockOffset, shiftClock } from './clock.ts';

export { expect };

interface Options {
  /** Troubles a test means to cause, for example /status of 404/ when it opens an unknown page. */
  expectedErrors: readonly RegExp[];
}

/** Puts the clock of every page of a browser context where the servers' is; needed where a test opens a context of its own. */
export async function followTestClock(context: BrowserContext): Promise<void> {
  await context.addInitScript(`(${shiftClock.toString()})(${clockOffset()})`);
}

/** Playwright's test in which a console error, a script error or a failed request fails the test. */
export const test = base.extend<Options & { noTrouble: void }>({
  expectedErrors: [[], { option: true }],
  context: async ({ context }, use) => {
    await followTestClock(context);
    await use(context);
  },
  noTrouble: [
    async ({ context, expectedErrors }, use) => {
      const troubles = troublesOf(context);
      await use();
      const unexpected = troubles.filter(
        (trouble) => !expectedErrors.some((allowed) => allowed.test(trouble)),
      );
      expect(unexpected, 'errors in the page').toEqual([]);
    },
    { auto: true },
  ],
});

function troublesOf(context: BrowserContext): string[] {
  const troubles: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => troubles.push(`script: ${error.error().message}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    // Aborted is what leaving a page or a stale search looks like.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`request: ${request.url()} ${reason}`);
  });
  return troubles;
}
