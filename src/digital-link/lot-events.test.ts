import { describe, expect, it } from 'vitest';
import type { MedusaConnection } from '../medusa-client/connection.ts';
import { failure, success, type EdgeErrorType } from '../medusa-client/result.ts';
import { lotEventsAnswer, lotEventsPath } from './lot-events.server.ts';

/** A connection that answers every question of the site with one result. */
const answering = (result: unknown): MedusaConnection => ({
  store: () => Promise.reject(new Error('not asked')),
  site: () => Promise.resolve(result as never),
});
const failing = (type: EdgeErrorType) => lotEventsAnswer(answering(failure(type)), 'L1');

describe('the public history of a lot', () => {
  it('is JSON-LD that any page may read', async () => {
    const document = { type: 'EPCISDocument', epcisBody: { eventList: [] } };
    const answer = await lotEventsAnswer(answering(success(document)), 'L1');
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

  it('has an address for any code', () => {
    expect(lotEventsPath('Lô 1/2')).toBe('/api/epcis/lots/L%C3%B4%201%2F2');
  });
});
