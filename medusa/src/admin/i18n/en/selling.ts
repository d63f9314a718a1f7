import type { selling as vi } from '../vi/selling.ts';

export const selling: typeof vi = {
  title: 'Held from sale',
  intro:
    'The site does not sell these packs until you decide: the price can be none, it jumped too far from the one before, or the goods are being recalled.',
  empty: 'No pack is held from sale.',
  pack: 'Pack',
  why: 'Why',
  price: 'Price as set',
  accepted: 'Last price sold at',
  never: 'never sold',
  whys: {
    implausible:
      'This can be no price. Medusa’s own field reads “295.000” as 295: open the product and type 295000.',
    jump: 'The price jumped too far. Keep it if it is meant; if it was mistyped, open the product and correct it.',
    part: 'Something in this gift box is held, off sale or deleted. Look for it in this list, or put it on sale again on its own page.',
    recall: 'The goods are being recalled. If none of them are in stock, let it be sold again under Recalls.',
  },
  keep: 'Keep this price',
  keepNote: 'Why this price is right',
  keepHint: 'For example: a box of 24 jars instead of one jar. It goes into the audit log.',
  keepPrompt: (pack, price) => `Sell ${pack} at ${price}?`,
  kept: 'The price is kept. The pack is sold within seconds.',
  open: 'Open the product',
  openRecalls: 'Open Recalls',
  onProduct: (packs) => `Not sold by the site now: ${packs}.`,
};
