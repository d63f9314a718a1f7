import { productSets } from './taxonomy.ts';

/** What the record says of goods that decides whether they may be ordered here. */
export interface BarredGoods {
  /** Number of the product set, 1–26; null where it is not known. */
  set: number | null;
  /** Warnings that the record puts on the product. */
  notices: readonly string[];
}

/** Ways to pay that an order of this shop can be placed with. */
export type PaymentWay = 'cash-on-delivery' | 'bank-transfer' | 'card';

export const paymentWays: readonly PaymentWay[] = ['cash-on-delivery'];

/** Why goods are shown and cannot be ordered. */
export type OrderBar = 'alcohol';

/** Family II.1 of QĐ 26/2026/QĐ-TTg, "Đồ uống có cồn": the sets of clear spirit and of other alcoholic drinks. */
const ALCOHOLIC_DRINKS = 'II.1';

/**
 * Whether goods are an alcoholic drink: by the family of their set, or because the record marks them so.
 * A name says nothing: "rượu" stands on vinegar and on cloth of that colour too.
 */
export function isAlcohol({ set, notices }: BarredGoods): boolean {
  const family = productSets.find(({ no }) => no === set)?.family;
  return family === ALCOHOLIC_DRINKS || notices.includes('alcohol');
}

/**
 * Why goods cannot be ordered online here, null where they can. Alcoholic drinks may be sold online only
 * where they are not paid in cash, the buyer's age was asked before and is checked at the door (Luật
 * 44/2019/QH14, Điều 16; NĐ 24/2020/NĐ-CP, Điều 6): as long as every order is paid in cash, none is taken.
 */
export function orderBar(goods: BarredGoods, ways: readonly PaymentWay[] = paymentWays): OrderBar | null {
  const cashless = ways.some((way) => way !== 'cash-on-delivery');
  return isAlcohol(goods) && !cashless ? 'alcohol' : null;
}
