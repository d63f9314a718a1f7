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
