import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStableId, stableId, STABLE_ID_BITS } from './stable-id.ts';

describe('a stable id', () => {
  it('is a prefix and eight characters, and is of one kind only', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: (1n << BigInt(STABLE_ID_BITS)) - 1n }),
        fc.constantFrom('product' as const, 'producer' as const),
        (random, kind) => {
          const id = stableId(kind, random);
          expect(id).toHaveLength(11);
          expect(isStableId(kind, id)).toBe(true);
          expect(isStableId(kind === 'product' ? 'producer' : 'product', id)).toBe(false);
        },
      ),
    );
    expect(stableId('product', 0n)).toBe('sp-00000000');
    expect(() => stableId('product', 1n << BigInt(STABLE_ID_BITS))).toThrow(RangeError);
  });

  it.each(['SP-7K3M9X2Q', 'sp-7k3m9x2', 'sp-7k3m9x2qq', 'sp-7k3m9x2o', 'sp-7k3m9x2u', 'mam-nem', ''])(
    'is not %s',
    (text) => {
      expect(isStableId('product', text)).toBe(false);
    },
  );
});
