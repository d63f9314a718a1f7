/** Does what a gift box names exist, and may it lean on it. */
import type { Index } from './checks.ts';
import { checkProducerName } from './reference-checks.ts';
import type { Filed, FiledParts } from './schema-fields.ts';
import type { Offer } from './types.ts';

/** Checks every gift box: its sender, its parts, and that its own SKU is that of no pack. */
export function checkGiftBoxes({ offers, giftBoxes }: FiledParts, index: Index): void {
  const packs = new Map<string, Filed<Offer>>();
  for (const offer of offers) for (const { sku } of offer.value.packs) packs.set(sku, offer);
  const boxes = new Map<string, string>();
  for (const box of giftBoxes) {
    const { file, sample, value } = box;
    checkProducerName(box, 'sender', value.sender, index);
    const before = packs.get(value.sku)?.file ?? boxes.get(value.sku);
    if (before !== undefined) {
      index.report(file, 'sku', `${value.sku} is already in ${before}; write another stock code`);
    }
    boxes.set(value.sku, file);
    const named = new Set<string>();
    value.parts.forEach(({ sku }, i) => {
      const offer = packs.get(sku);
      const at = `parts.${i}.sku`;
      if (!offer) {
        index.report(
          file,
          at,
          `no pack of offers/ has the stock code ${sku}; write that of one, and of no other box`,
        );
      } else if (offer.sample && !sample) {
        index.report(file, at, `${sku} is a sample; move this file below samples/ or name a real pack`);
      }
      if (named.has(sku)) index.report(file, at, `${sku} is listed twice; write it once with its quantity`);
      named.add(sku);
    });
  }
}
