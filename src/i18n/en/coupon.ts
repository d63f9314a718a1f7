import type { coupon as vi } from '../vi/coupon.ts';

export const coupon: typeof vi = {
  label: 'Coupon code (if you have one)',
  apply: 'Use code',
  remove: (code) => `Take ${code} out`,
  line: (code) => `Coupon ${code}`,
  applied: (code, sum) =>
    `${code} takes ${sum} off. One code an order; to use another, take this one out first.`,
  leavesAlcohol: 'Alcoholic drinks are not made cheaper and do not count.',
  tooLittle: (code, missing) => `${code} cannot be used yet: goods of ${missing} more are needed.`,
  kept: (code) => `Code ${code} is kept. Choose something, and the cart tells what it takes off.`,
  states: {
    unknown: (code) => `There is no code “${code}”. Check each character, or ask whoever gave it to you.`,
    'not-yet': (code) => `${code} cannot be used before its first day.`,
    ended: (code) => `${code} has ended. The order is charged without it.`,
    'used-up': (code) => `${code} has been used up. The order is charged without it.`,
    unsuited: (code) => `${code} cannot be used on this site. Please ask whoever gave it to you.`,
    'not-for-these': (code) =>
      `${code} is not for the goods in the cart. Alcoholic drinks are not made cheaper.`,
    unreachable: (code) =>
      `${code} could not be checked just now and is not taken off. Reload the page in a few minutes.`,
  },
};
