import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';

/** Keys of the scanner's tests; `2` is current. */
export const testKeyring: StampKeyring = {
  current: '2',
  epochs: {
    '1': { secret: new Uint8Array(32).fill(7), from: null, until: null, cutOff: '2026-10-01T00:00:00Z' },
    '2': { secret: new Uint8Array(32).fill(9), from: null, until: null, cutOff: null },
  },
};
