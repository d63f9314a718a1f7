import type { PlainDate } from '@ocop/rules/date';
import type { Lang } from '../../i18n/lang.ts';
import { backdrops, drawingOf, motifs, table } from '../../illustration/drawing.ts';
import { photoFile, photoOf } from '../../illustration/photos.ts';
import type { ProductCard } from '../../record/card.ts';
import type { Product } from '../../record/types.ts';
import { loadUnits } from '../../record/units.ts';
import { productView } from './product-view.ts';
import type { ProductView } from './product-view.ts';

/** What to compare the item with: a photo to fetch, or a drawing that is part of the page. */
export type StampPicture =
  { kind: 'photo'; src: string } | { kind: 'drawing'; ground: string; shapes: string };

/** A product as its stamps show it, with its picture. */
export interface StampProduct {
  view: ProductView;
  picture: StampPicture;
}

/** The product of a card on one day, in one language. */
export async function stampProduct(card: ProductCard, lang: Lang, day: PlainDate): Promise<StampProduct> {
  return {
    view: productView(card, await producerUnits(card), lang, day),
    picture: await pictureOf(card.product),
  };
}

/** A card carries the units of the product's origin, which is nearly always the producer's too. */
async function producerUnits(card: ProductCard) {
  const current = card.producer?.address.current ?? null;
  const { province, commune } = card;
  if (current === null) return { province: null, commune: null };
  const isSame = current.province === province?.code && current.commune === (commune?.code ?? null);
  if (isSame) return { province, commune };
  const units = await loadUnits();
  return {
    province: units.provinces.get(current.province) ?? null,
    commune: current.commune === null ? null : (units.communes.get(current.commune) ?? null),
  };
}

/** Twice the side it is shown at, for sharp screens. */
const PHOTO_PIXELS = 256;

async function pictureOf(product: Product): Promise<StampPicture> {
  const photo = await photoOf(product.slug);
  if (photo) return { kind: 'photo', src: photoFile(photo, PHOTO_PIXELS) };
  const { ground, backdrop, motif } = drawingOf(product);
  return { kind: 'drawing', ground, shapes: (backdrops[backdrop] ?? '') + table + motifs[motif] };
}
