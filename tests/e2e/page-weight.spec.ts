/** What a first visit costs in real Chromium, on slow 4G and a slow processor, with nothing cached. */
import { loadOnPhone } from '../../scripts/bench/phone.ts';
import { testStack } from '../support/stack.ts';
import { expect, followTestClock, test } from '../support/fixtures.ts';

const MAX_REQUESTS = 8;
const MAX_BYTES = 60_000;
const MAX_SCRIPT_BYTES = 10_000;

for (const [name, path] of [
  ['home', '/'],
  ['home in English', '/en'],
  ['list', '/san-pham'],
  ['list of a group', '/nhom/thuc-pham'],
  ['product with an offer', '/san-pham/mam-nem-thu'],
  ['product without one', '/san-pham/tuong-thu'],
] as const) {
  test(`${name}: few requests, few bytes, and nothing moves while it loads`, async ({ browser }) => {
    const load = await loadOnPhone(browser, `${testStack().siteUrl}${path}`, {
      throttled: true,
      prepare: followTestClock,
    });
    expect(load.requests).toBeLessThanOrEqual(MAX_REQUESTS);
    expect(load.bytes).toBeLessThanOrEqual(MAX_BYTES);
    expect(load.script).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
    expect(load.layoutShift).toBe(0);
    // What is counted did arrive: the page's own fonts and its script.
    expect(load.font).toBeGreaterThan(0);
    expect(load.script).toBeGreaterThan(0);
    // Nothing holds up the first paint but the page itself.
    expect(load.css).toBe(0);
  });
}
