import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../src/i18n/paths.ts';
import { onDemandRoute } from '../../src/server/routes.ts';
import { BuiltLinks, linksOf } from '../support/links.ts';
import { plainOnDemandPages } from '../support/page-kinds.ts';
import { readEnv } from '../../src/config/env.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { testStack } from '../support/stack.ts';
import { stampedLot } from '../support/stamped-lot.ts';

const { distDir, siteUrl } = testStack();
const built = new BuiltLinks(distDir, siteUrl);

describe('links inside the site', () => {
  it('lead from every built page to what there is', () => {
    expect(built.pages.size).toBeGreaterThan(100);
    const dead = [...built.pages].flatMap(([page, links]) =>
      links.addresses
        .filter((address) => !built.leadsSomewhere(address, links))
        .map((address) => `${page} → ${address}`),
    );
    expect(dead).toEqual([]);
  });

  it('tell a dead one from a live one', () => {
    const own = linksOf('<p id="a">', siteUrl);
    const isLive = (address: string) => built.leadsSomewhere(address, own);
    expect(isLive('/xa/khong-co-00000')).toBe(false);
    expect(isLive('/diem-ban#khong-co')).toBe(false);
    expect(isLive('#b')).toBe(false);
    expect(isLive('#a')).toBe(true);
    expect(isLive('/tem?ma=1')).toBe(true);
    expect(
      linksOf('<use href="/x.svg#y"><img srcset="/a 1x, /b 2x"><a href="https://x.vn/">', siteUrl),
    ).toMatchObject({
      addresses: ['/x.svg#y', '/a', '/b'],
    });
  });

  it('lead from pages made on demand to what answers', async () => {
    const dead: string[] = [];
    const asked = new Map<string, Promise<number>>();
    const statusOf = (address: string) => {
      const status = asked.get(address) ?? fetch(siteUrl + address).then((answer) => answer.status);
      asked.set(address, status);
      return status;
    };
    for (const page of [...plainOnDemandPages, ...(await stampPages())]) {
      const links = linksOf(await (await fetch(siteUrl + page)).text(), siteUrl);
      expect(links.addresses.length, page).toBeGreaterThan(5);
      for (const address of new Set(links.addresses)) {
        const [target = ''] = address.split('#');
        // A page that says "no such stamp" says so in the other language too.
        const isSelf = inLanguage(target, 'vi') === inLanguage(page, 'vi');
        const isAsked = !isSelf && onDemandRoute(target.split('?')[0] ?? '') !== null;
        const isLive = built.leadsSomewhere(address, links) && (!isAsked || (await statusOf(target)) < 400);
        if (!isLive) dead.push(`${page} → ${address}`);
      }
    }
    expect(dead).toEqual([]);
  });
});

/** A good stamp's page in both languages, and one of a code that is none. */
async function stampPages(): Promise<string[]> {
  const { STAMP_KEYS } = readEnv(testStack().env);
  if (!STAMP_KEYS) throw new Error('The stack of this run has no stamp keys');
  const order = await stampedLot(1, { product: 'mam-nem-thu' });
  const [stamp] = stampsOf(order, STAMP_KEYS, siteUrl);
  const { pathname } = new URL(stamp?.url ?? '');
  return [pathname, `/en${pathname}`, '/T/1ABCDE', '/en/T/1ABCDE'];
}
