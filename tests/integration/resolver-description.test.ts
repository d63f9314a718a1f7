import { describe, expect, test } from 'vitest';
import { testStack } from '../support/stack.ts';

const { siteUrl } = testStack();

describe('the description file', () => {
  test('says what is resolved here', async () => {
    const answer = await fetch(`${siteUrl}/.well-known/gs1resolver`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toMatchObject({
      resolverRoot: siteUrl,
      supportedPrimaryKeys: ['01'],
      linkTypeDefaultCanBeLinkset: false,
    });
  });
});
