import type { GiftBox, Lang, Pack, Product, PublicRecord } from './types.ts';

/** A part of a gift box with what the record knows of it. */
export interface KnownPart {
  product: Product;
  pack: Pack;
  quantity: number;
}

/** The parts of a box in its own order; checked when the record was read, so none is missing. */
export function giftBoxParts(
  { parts }: Pick<GiftBox, 'parts'>,
  record: Pick<PublicRecord, 'offerOfSku' | 'product'>,
): KnownPart[] {
  return parts.flatMap(({ sku, quantity }) => {
    const offer = record.offerOfSku(sku);
    const product = offer && record.product(offer.product);
    const pack = offer?.packs.find((one) => one.sku === sku);
    return product && pack ? [{ product, pack, quantity }] : [];
  });
}

/** '2 × Mắm nêm (Chai 200 ml), 1 × Lụa (Một chiếc khăn)' */
export function giftBoxContents(
  box: Pick<GiftBox, 'parts'>,
  record: Pick<PublicRecord, 'offerOfSku' | 'product'>,
  lang: Lang,
): string {
  return giftBoxParts(box, record)
    .map(({ product, pack, quantity }) => `${quantity} × ${product.name[lang]} (${pack.label[lang]})`)
    .join(', ');
}
