/** Everybody against every route of the commerce server and of the site: authorisation-table.ts says what for. */
import { beforeAll, describe, expect, test } from 'vitest';
import { SESSION_HEADER } from '@ocop/contract/people';
import { receiptToken } from '../../src/rules/receipt-token.ts';
import { onDemandRoutes, serverRoutes } from '../../src/server/routes.ts';
import {
  actors,
  bodyTypes,
  medusaClassOf,
  medusaTable,
  sessionTable,
  siteTable,
  unaskedAsStaff,
  type ActorName,
  type MedusaClass,
} from '../support/authorisation-table.ts';
import { medusaRoutes, type MedusaRoute } from '../support/medusa-routes.ts';
import { knownPeople, type Known } from '../support/known-people.ts';
import { ownNetwork, PlainBrowser } from '../support/people.ts';
import { routeExamples } from '../support/route-examples.ts';
import { testStack } from '../support/stack.ts';
import { keyHeader } from '../support/staff-session.ts';
import { signIn } from '../../scripts/commerce/admin-user.ts';

const stack = testStack();
const { medusaUrl, siteUrl, env } = stack;

let people: Known['people'];
let orderId = '';
let staffToken = '';

beforeAll(async () => {
  ({ people, orderId } = await knownPeople(stack));
  staffToken = await signIn(medusaUrl, stack.adminEmail, stack.adminPassword);
});

/** What somebody can show the commerce server of her own: never the key of the site. */
function shownTo(actor: ActorName): Record<string, string> {
  const publishable = { 'x-publishable-api-key': env.MEDUSA_PUBLISHABLE_KEY ?? '' };
  if (actor === 'anonymous') return publishable;
  if (actor === 'staff') return { ...publishable, authorization: `Bearer ${staffToken}` };
  if (actor === 'wrongKey') {
    return {
      'x-publishable-api-key': `pk_${'0'.repeat(64)}`,
      'x-site-key': 'wrong',
      // Signed by somebody else; a secret key that is none is asked once, below, for it costs a comparison each.
      authorization: `Bearer ${staffToken.replace(/[^.]*$/, 'A'.repeat(43))}`,
    };
  }
  const { token } = people[actor];
  return { ...publishable, [SESSION_HEADER]: token, authorization: `Bearer ${token}` };
}

const concrete = (path: string) =>
  path.replace(':orderId', orderId).replace(/:(\w+)/g, (_, name: string) => (name === 'range' ? '1' : 'x'));

async function ask({ method, path }: MedusaRoute, headers: Record<string, string>): Promise<number> {
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: '{}' };
  const answer = await fetch(medusaUrl + concrete(path), {
    method,
    redirect: 'manual',
    headers: { 'content-type': bodyTypes[path] ?? 'application/json', ...ownNetwork(), ...headers },
    signal: AbortSignal.timeout(15_000),
    ...body,
  });
  await answer.body?.cancel();
  return answer.status;
}

/** Runs so many at once: the machine has other work. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<void>, atOnce = 16): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Whether an answer is what the class of a route promises. */
function isRight(of: MedusaClass, actor: ActorName, status: number): boolean {
  switch (of) {
    case 'staff':
      return actor === 'staff' ? status > 0 && status !== 401 && status !== 403 : status === 401;
    case 'site':
      return status === 401;
    case 'checkout':
      // Staff's key is none of the store's.
      return actor === 'wrongKey'
        ? status === 400 || status === 401
        : status > 0 && status !== 401 && status !== 403;
    case 'sign-in':
      return status === 400 || status === 401;
    case 'closed':
      return status === 404 || (actor === 'wrongKey' && status === 400);
    case 'open':
      return status > 0 && status < 500;
  }
}

const routes = medusaRoutes();

describe('the commerce server', () => {
  test('has no route that stands nowhere in the table', () => {
    expect(routes.length).toBeGreaterThan(400);
    const missing = routes.filter(({ path }) => medusaClassOf(path) === null);
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test('of ours, none stands in the table that is gone', () => {
    const gone = medusaTable.filter(
      ([pattern]) => pattern.startsWith('/site/') && !routes.some(({ path }) => path === pattern),
    );
    expect(gone).toEqual([]);
  });

  test('answers everybody as the table says', async () => {
    const wrong: string[] = [];
    const asked = routes.flatMap((route) => actors.map((actor) => ({ route, actor })));
    // What staff change is not changed here: as staff only questions are asked.
    const harmless = asked.filter(({ route, actor }) => {
      const of = medusaClassOf(route.path);
      // Buyers and producers hold nothing this server knows without the site; one of each stands for both.
      if ((actor === 'buyerB' || actor === 'producerB') && of !== 'site') return false;
      if (actor !== 'staff' || of !== 'staff') return true;
      return route.method === 'GET' && !unaskedAsStaff.has(route.path);
    });
    await each(harmless, async ({ route, actor }) => {
      // 0: no answer within the time of `ask`.
      const status = await ask(route, shownTo(actor)).catch(() => 0);
      const of = medusaClassOf(route.path) ?? 'closed';
      if (!isRight(of, actor, status))
        wrong.push(`${route.method} ${route.path} ${actor}: ${status}, is ${of}`);
    });
    expect(wrong.sort()).toEqual([]);
  });

  test('knows a secret key that is none', async () => {
    const headers = { authorization: keyHeader(`sk_${'0'.repeat(64)}`) };
    for (const path of ['/admin/people', '/admin/orders'])
      expect(await ask({ method: 'GET', path }, headers)).toBe(401);
  });

  test('offers the sign-in of staff and no other', async () => {
    const at = (path: string) => ask({ method: 'POST', path }, {});
    expect(await at('/auth/user/emailpass')).toBe(401);
    for (const path of [
      '/auth/producer/memberpass',
      '/auth/user/memberpass',
      '/auth/customer/memberpass',
      '/auth/customer/emailpass/register',
      '/auth/producer/memberpass/register',
      '/auth/user/memberpass/update',
    ]) {
      expect([path, await at(path)]).toEqual([path, 404]);
    }
  });

  test('tells the site of an order only for whom it is', async () => {
    const behindSession = routes.filter(({ path }) =>
      /^\/site\/(people\/(session|sign-out|password|orders)|desk\/)/.test(path),
    );
    const listed = sessionTable.map(([method, path]) => `${method} ${path}`);
    expect(behindSession.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...listed].sort());
    const wrong: string[] = [];
    for (const [method, path, expected] of sessionTable) {
      for (const [actor, status] of Object.entries(expected)) {
        const token = actor === 'wrongKey' ? 'x'.repeat(43) : null;
        const known = Object.hasOwn(people, actor) ? people[actor as keyof typeof people].token : token;
        const session: Record<string, string> = known === null ? {} : { [SESSION_HEADER]: known };
        const hands = path.endsWith('handed-over') ? { carrier: '', tracking: '' } : {};
        const answer = await fetch(medusaUrl + concrete(path), {
          method,
          headers: { 'content-type': 'application/json', 'x-site-key': env.SITE_KEY ?? '', ...session },
          ...(method === 'POST' ? { body: JSON.stringify(hands) } : {}),
        });
        await answer.body?.cancel();
        if (answer.status !== status)
          wrong.push(`${method} ${path} ${actor}: ${answer.status}, not ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('shows each buyer her own orders alone', async () => {
    const headers = (who: keyof typeof people) => ({
      'x-site-key': env.SITE_KEY ?? '',
      [SESSION_HEADER]: people[who].token,
    });
    const ordersOf = async (who: keyof typeof people) =>
      (await (await fetch(`${medusaUrl}/site/people/orders`, { headers: headers(who) })).json()) as {
        orders: { id: string }[];
      };
    expect((await ordersOf('buyerA')).orders.map(({ id }) => id)).toEqual([orderId]);
    expect((await ordersOf('buyerB')).orders).toEqual([]);
  });
});

describe('the site', () => {
  const all = [...onDemandRoutes, ...serverRoutes];

  test('has no route that stands nowhere in the table', () => {
    const missing = all.filter(({ pattern }) => !siteTable[pattern] && !routeExamples[pattern]);
    expect(missing.map(({ pattern }) => pattern)).toEqual([]);
  });

  test('answers everybody as the table says', async () => {
    const token = receiptToken(env.RECEIPT_SECRET ?? '', orderId);
    const targetOf = (pattern: string) => {
      const filled = pattern
        .replace('{order}', orderId)
        .replace('{token}', token)
        .replace('{service}', 'none');
      return pattern.startsWith('/don-hang/{') || pattern.includes('{order}') || !routeExamples[pattern]
        ? filled
        : routeExamples[pattern].target;
    };
    const forged = new PlainBrowser(siteUrl);
    forged.cookies.set('account', 'x'.repeat(200));
    const stranger = new PlainBrowser(siteUrl);
    const browserOf = (actor: ActorName) =>
      actor === 'wrongKey'
        ? forged
        : Object.hasOwn(people, actor)
          ? people[actor as 'buyerA'].browser
          : stranger;
    const wrong: string[] = [];
    const asked = all.flatMap((route) => actors.map((actor) => ({ route, actor })));
    await each(
      asked,
      async ({ route, actor }) => {
        const expected = siteTable[route.pattern]?.[actor] ?? routeExamples[route.pattern]?.status;
        const target = targetOf(route.pattern);
        const browser = browserOf(actor);
        const answer = await (route.methods.includes('GET') ? browser.get(target) : browser.post(target, {}));
        await answer.body?.cancel();
        if (answer.status !== expected)
          wrong.push(`${route.pattern} ${actor}: ${answer.status}, not ${expected}`);
      },
      4,
    );
    expect(wrong.sort()).toEqual([]);
  });

  test.each(['packed', 'handed-over'])('lets nobody else press “%s”', async (action) => {
    const at = `/nha-san-xuat/${orderId}`;
    for (const who of ['buyerA', 'buyerB', 'producerB'] as const) {
      expect((await people[who].browser.post(at, { action })).status).toBe(404);
    }
    const stranger = await new PlainBrowser(siteUrl).post(at, { action });
    expect(stranger.headers.get('location')).toBe('/dang-nhap');
  });
});
