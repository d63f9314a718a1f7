import { describe, expect, it } from 'vitest';
import { offerNow } from './refresh-offers.ts';

const snapshot = {
  at: '2026-11-21T00:00:00Z',
  soldOut: ['GOM-1'],
  low: { 'GOM-2': 2 },
  changed: {},
  held: { 'GOM-4': 'recall' as const },
};

describe('offerNow', () => {
  it('tells sold out, nearly gone and in stock apart', () => {
    expect(offerNow(snapshot, 'GOM-1')).toEqual({ kind: 'sold-out' });
    expect(offerNow(snapshot, 'GOM-2')).toEqual({ kind: 'low', left: 2 });
    expect(offerNow(snapshot, 'GOM-3')).toEqual({ kind: 'in-stock' });
    expect(offerNow(snapshot, 'GOM-4')).toEqual({ kind: 'held', why: 'recall' });
  });
});
