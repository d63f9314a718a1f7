import { motifOfProduct } from './kinds.ts';
import { craftMotifs } from './motifs-craft.ts';
import { drinkMotifs } from './motifs-drink.ts';
import { foodMotifs } from './motifs-food.ts';
import { herbMotifs } from './motifs-herb.ts';
import { kindMotifs } from './motifs-kinds.ts';
import { box, circle, path } from './shapes.ts';

/** Every thing we can draw: SVG markup on a 200 × 200 sheet, standing on y = 166. */
export const motifs = { ...foodMotifs, ...drinkMotifs, ...herbMotifs, ...craftMotifs, ...kindMotifs };

export type Motif = keyof typeof motifs;

/** The drawing of each product set, 1 to 26, in the order of the law. */
const setMotifs: readonly Motif[] = [
  'vegetables',
  'seafood',
  'rice',
  'honey',
  'noodles',
  'riceCake',
  'pouch',
  'preserve',
  'sauce',
  'spices',
  'tea',
  'herbTea',
  'coffee',
  'spirit',
  'infusion',
  'water',
  'softDrink',
  'remedy',
  'cosmetic',
  'oil',
  'pot',
  'silk',
  'flowers',
  'bonsai',
  'goldfish',
  'village',
];

/** The drawing of a set. RangeError outside 1–26. */
export function motifOfSet(set: number): Motif {
  const motif = setMotifs[set - 1];
  if (!motif) throw new RangeError(`Product sets are numbered 1 to ${setMotifs.length}, not ${set}`);
  return motif;
}

/** Shapes behind the thing, so that neighbours on a shelf differ. Light in both schemes. */
const light = 'var(--back,rgb(255 255 255/40%))';
export const backdrops: readonly string[] = [
  circle(light, 100, 92, 72),
  path(light, 'M36 200V98a64 64 0 0 1 128 0v102z'),
  path(light, 'M-60 96q60-8 90 8 40 22 78-8t92-30 60 20v114H-60z'),
  box(light, 22, 22, 156, 156, 78),
  path(
    light,
    'M-52 0h26v200h-26zM0 0h26v200H0zM52 0h26v200H52zM104 0h26v200h-26zM156 0h26v200h-26zM208 0h26v200h-26z',
  ),
  circle(light, 148, 56, 40),
];

/** The table every thing stands on; wider than the sheet, for pictures wider than high. */
export const table = '<path fill="#2e1a0c" fill-opacity=".08" d="M-60 152h320v48H-60z"/>';

/** Colours of the sheet; each is a token `--ground-…` with its own value in the dark. */
export const grounds = ['clay', 'rice', 'lotus', 'sky', 'straw', 'mist'] as const;

export interface Drawing {
  motif: Motif;
  ground: (typeof grounds)[number];
  backdrop: number;
}

/** FNV-1a, 32 bits: the same text gives the same drawing on every machine. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ letter, 0x01000193) >>> 0;
  }
  return hash;
}

/** The drawing of a product, varied by its slug but always the same for it. */
export function drawingOf(product: { slug: string; set: number; name: { vi: string } }): Drawing {
  const hash = textHash(product.slug);
  return {
    motif: motifOfProduct(product.set, product.name.vi),
    ground: grounds[hash % grounds.length] ?? 'mist',
    backdrop: Math.floor(hash / 64) % backdrops.length,
  };
}

/** All drawings as one file of symbols, `#motif` and `#back-0…`, that the browser fetches once. */
export function spriteSheet(): string {
  const symbol = (id: string, markup: string) =>
    `<symbol id="${id}" viewBox="0 0 200 200">${markup}</symbol>`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg">',
    ...Object.entries(motifs).map(([name, markup]) => symbol(name, markup)),
    ...backdrops.map((markup, index) => symbol(`back-${index}`, markup + table)),
    '</svg>',
  ].join('');
}

/** Address of the sheet; its query changes with the drawings, so it may be cached for long. */
export const spriteAddress = `/drawings.svg?v=${textHash(spriteSheet()).toString(36)}`;
