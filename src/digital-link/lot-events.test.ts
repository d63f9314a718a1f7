import { describe, expect, it } from 'vitest';
import { webRequest } from '../http/client-address.ts';
import { rateLimits } from '../http/rate-limits.ts';
import type { MedusaConnection } from '../medusa-client/connection.ts';
import { failure, success, type EdgeErrorType } from '../medusa-client/result.ts';
import { lotEventsAnswer, lotEventsPath } from './lot-events.server.ts';

/** A connection that answers every question of the site with one result. */
const answering = (result: unknown): MedusaConnection => ({
  store: () => Promise.reject(new Error('not asked')),
  site: () => Promise.resolve(result as never),
});
const from = (address: string) => webRequest(new Request('http://localhost/'), address);
/** A connection nobody may use. */
const unasked: MedusaConnection = {
  store: () => Promise.reject(new Error('not asked')),
  site: () => Promise.reject(new Error('not asked')),
};
const failing = (type: EdgeErrorType) => lotEventsAnswer(answering(failure(type)), 'L1', from('192.0.2.1'));

describe('the public history of a lot', () => {
  it('is JSON-LD that any page may read', async () => {
    const document = { type: 'EPCISDocument', epcisBody: { eventList: [] } };
    const answer = await lotEventsAnswer(answering(success(document)), 'L1', from('192.0.2.1'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/ld+json');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toEqual(document);
  });

  it('tells a lot nobody registered from a history that cannot be asked', async () => {
    const [unknown, away] = [await failing('not-found'), await failing('unreachable')];
    expect([unknown.status, away.status]).toEqual([404, 503]);
    expect(away.headers.get('cache-control')).toBe('no-store');
    const told = [await unknown.json(), await away.json()];
    expect(told).toMatchObject([{ reason: 'unknown-lot' }, { reason: 'not-available' }]);
    expect(told[0].message.vi).not.toBe(told[1].message.vi);
  });

  it('is answered to one network so often, and then without asking Medusa', async () => {
    const document = { type: 'EPCISDocument' };
    const ask = (address: string) => lotEventsAnswer(answering(success(document)), 'L1', from(address));
    for (let n = 0; n < rateLimits.lotQueries.requests; n += 1) {
      expect((await ask(`198.51.100.${n}`)).status).toBe(200);
    }
    const refused = await lotEventsAnswer(unasked, 'L1', from('198.51.100.250'));
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([429, 'no-store']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ reason: 'too-many-requests' });
    expect((await ask('203.0.113.1')).status).toBe(200);
  });

  it('has an address for any code', () => {
    expect(lotEventsPath('Lô 1/2')).toBe('/api/epcis/lots/L%C3%B4%201%2F2');
  });
});
