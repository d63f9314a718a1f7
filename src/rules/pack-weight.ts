/** What a pack weighs as it is sent, where the record says only what is in it. */

const UNITS: Readonly<Record<string, number>> = {
  g: 1,
  gram: 1,
  gam: 1,
  kg: 1_000,
  ml: 1,
  l: 1_000,
  lít: 1_000,
};
const CONTENT = /(\d+(?:[.,]\d{1,3})?)\s*(kg|ml|gram|gam|lít|g|l)(?!\p{L})/giu;
const PIECES = /(\d{1,3})\s*(?:×|x|chai|hũ|hộp|gói|túi|lọ|lon)\s*(?=\d)/iu;

/**
 * Added to the content for what it is packed in: a fifth of it, and at least 50 g. Glass weighs more and bags
 * less; a shop that loses by it writes `weightGrams` into the record.
 */
export const PACKAGING = { share: 0.2, leastGrams: 50 } as const;

/**
 * The weight as sent of a pack whose label tells its content as a mass or a volume ('Chai 500 ml', 'Thùng 12
 * chai 200 ml'), grams; a millilitre is taken for a gram. Null where the label tells none, or more than one.
 */
export function gramsByLabel(label: string): number | null {
  const [found, another] = label.normalize('NFC').matchAll(CONTENT);
  if (!found || another) return null;
  const content = Number(found[1]?.replace(',', '.')) * (UNITS[found[2]?.toLowerCase() ?? ''] ?? 0);
  const pieces = Number(PIECES.exec(label)?.[1] ?? 1);
  const net = content * pieces;
  return net >= 1 ? Math.ceil(net + Math.max(net * PACKAGING.share, PACKAGING.leastGrams)) : null;
}
