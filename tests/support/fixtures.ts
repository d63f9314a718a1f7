import { test as base, expect, type BrowserContext } from '@playwright/test';

export { expect };

interface Options {
  /** Troubles a test means to cause, for example /status of 404/ when it opens an unknown page. */
  expectedErrors: readonly RegExp[];
}

/** Playwright's test in which a console error, a script error or a failed request fails the test. */
export const test = base.extend<Options & { noTrouble: void }>({
  expectedErrors: [[], { option: true }],
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
