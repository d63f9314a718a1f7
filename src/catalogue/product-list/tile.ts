import { starsUntil, type StarsUntil } from '../certificate/schedule.ts';
import { buildDay } from '../../layout/build-day.ts';
import { productCard, type ProductCard } from '../../record/card.ts';
import type { Product, PublicRecord } from '../../record/types.ts';

/** What a product's tile on a built page shows, in either language. */
export interface Tile {
  card: ProductCard;
  stars: StarsUntil | null;
}

const tiles = new WeakMap<Product, Tile>();

/** Put together once, because a product stands on some ten lists in two languages. */
export function tileOf(record: PublicRecord, product: Product): Tile {
  const known = tiles.get(product);
  if (known) return known;
  const card = productCard(record, product.slug);
  const tile = { card, stars: starsUntil(card.recognitions, product.reported, buildDay) };
  tiles.set(product, tile);
  return tile;
}
