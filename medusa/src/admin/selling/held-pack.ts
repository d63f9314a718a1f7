import type { HeldPack } from '@ocop/contract/selling';
import type { Messages } from '../i18n/messages.ts';

/** A pack as staff know it: its product's name and its SKU. */
export function namedPack({ title, sku }: Pick<HeldPack, 'title' | 'sku'>): string {
  return `${title} (${sku})`;
}

/** A price as it was set, below zero and with fractions too: it is shown because it may be wrong. */
export function writtenPrice(price: number, { figures }: Messages): string {
  return `${figures.number(price)}\u00a0₫`;
}

/** Why a pack is held, by the name of its words. */
export function whyHeld({
  held,
  fault,
}: Pick<HeldPack, 'held' | 'fault'>): 'recall' | 'part' | 'implausible' | 'jump' {
  return held === 'price' ? (fault ?? 'implausible') : held;
}
