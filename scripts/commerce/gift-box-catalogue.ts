import { isAlcohol } from '@ocop/rules/order-bar';
import { gramsByLabel } from '@ocop/rules/pack-weight';
import { giftBoxContents, giftBoxParts } from '../../src/record/gift-box-contents.ts';
import type { GiftBox, PublicRecord } from '../../src/record/types.ts';

/** What a gift box is to Medusa, before its hash: a product with one pack that takes its stock from others. */
export function giftBoxBody(box: GiftBox, record: Pick<PublicRecord, 'offerOfSku' | 'product' | 'producer'>) {
  const products = giftBoxParts(box, record).map(({ product }) => product);
  const sender = record.producer(box.sender);
  // By its SKU: the name of the file, and with it the address, may change.
  const name = `gift-box-${box.sku.toLowerCase()}`;
  return {
    externalId: name,
    slug: name,
    title: box.name.vi,
    description: box.summary.vi,
    gtin: null,
    set: null,
    notices: products.some(isAlcohol) ? ['alcohol'] : [],
    sample: box.sample,
    producer: sender && { id: sender.id, name: sender.name.vi },
    packs: [
      {
        sku: box.sku,
        // What clerks put into it.
        title: giftBoxContents(box, record, 'vi'),
        price: box.price,
        weightGrams: box.weightGrams ?? gramsOfParts(box, record),
        parts: box.parts,
      },
    ],
  };
}

function gramsOfParts({ parts }: GiftBox, record: Pick<PublicRecord, 'offerOfSku'>): number | null {
  let sum = 0;
  for (const { sku, quantity } of parts) {
    const pack = record.offerOfSku(sku)?.packs.find((one) => one.sku === sku);
    const grams = pack && (pack.weightGrams ?? gramsByLabel(pack.label.vi));
    if (grams == null) return null;
    sum += grams * quantity;
  }
  return sum;
}
