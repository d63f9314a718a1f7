/** An amount in whole đồng: the đồng has no smaller unit in use. */
export type Dong = number;

const NO_BREAK_SPACE = '\u00a0';

/** True for a whole amount of zero or more that JavaScript holds exactly. */
export function isDong(n: unknown): n is Dong {
  return Number.isSafeInteger(n) && (n as number) >= 0;
}

function dong(n: number, what: string): Dong {
  if (!isDong(n)) throw new RangeError(`${what} must be a whole number of đồng, not ${n}`);
  return n;
}

/** What stands between groups of three digits, in the language of the reader. */
const GROUP_MARK = { vi: '.', en: ',' } as const;

/**
 * '1.250.000 ₫' for a Vietnamese reader and '1,250,000 ₫' for an English one, who would read the first
 * as one and a quarter; with a no-break space. Written out here rather than asked of `Intl`, so that
 * server, browser and script print the same characters whatever their locale data.
 * RangeError when the amount is not whole đồng.
 */
export function formatDong(amount: Dong, lang: keyof typeof GROUP_MARK): string {
  const digits = String(dong(amount, 'An amount'));
  return `${digits.replace(/\B(?=(\d{3})+$)/g, GROUP_MARK[lang])}${NO_BREAK_SPACE}₫`;
}

/** The sum; 0 of nothing. RangeError when a part or the sum is not whole đồng. */
export function addDong(...amounts: readonly Dong[]): Dong {
  return amounts.reduce((sum, amount) => dong(sum + dong(amount, 'An amount'), 'A sum'), 0);
}

/** Price times quantity. RangeError when either, or the product, is not a whole number ≥ 0. */
export function timesDong(price: Dong, quantity: number): Dong {
  if (!Number.isSafeInteger(quantity) || quantity < 0) {
    throw new RangeError(`A quantity must be a whole number of pieces, not ${quantity}`);
  }
  return dong(dong(price, 'A price') * quantity, 'A total');
}

/**
 * Divides a sum by weights: each gets its part to the đồng, and what is left over goes one by one to those whose
 * parts were cut most, the first of equals first. Where nothing weighs anything, all weigh the same.
 * @returns as many sums as weights, together exactly `amount`; none of none
 */
export function divideDong(amount: Dong, weights: readonly Dong[]): Dong[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n)
    return weights.length === 0
      ? []
      : divideDong(
          amount,
          weights.map(() => 1),
        );
  const parts = weights.map((weight, at) => {
    const product = BigInt(amount) * BigInt(weight);
    return { at, sum: product / whole, cut: product % whole };
  });
  let left = BigInt(amount) - parts.reduce((sum, part) => sum + part.sum, 0n);
  for (const part of parts.toSorted((a, b) => (a.cut === b.cut ? a.at - b.at : a.cut > b.cut ? -1 : 1))) {
    if (left === 0n) break;
    part.sum += 1n;
    left -= 1n;
  }
  return parts.map(({ sum }) => Number(sum));
}
