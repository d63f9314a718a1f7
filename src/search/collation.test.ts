import { describe, expect, it } from 'vitest';
import { vietnameseSortKey } from './collation.ts';

const sorted = (names: string[]) =>
  names.toSorted((a, b) => (vietnameseSortKey(a) < vietnameseSortKey(b) ? -1 : 1));

describe('vietnameseSortKey', () => {
  it('orders letters before tones', () => {
    const order = [
      'Ba',
      'Bà',
      'Bả',
      'Bã',
      'Bá',
      'Bạ',
      'Bã mía',
      'Băm',
      'Bấm',
      'Ca',
      'Dâu',
      'Đá',
      'Eo',
      'Ếch',
      'O',
      'Ô',
      'Ơ',
      'Ua',
      'Ưa',
    ];
    expect(sorted(order.toReversed())).toEqual(order);
  });

  it('is plain ASCII, so that no search engine changes its order', () => {
    expect(vietnameseSortKey('Đông trùng hạ thảo Sumchoice3+')).toMatch(/^[a-z0-9 !]+$/);
  });

  it('is bounded', () => {
    expect(vietnameseSortKey('ơ'.repeat(1000)).length).toBeLessThanOrEqual(160);
  });
});
