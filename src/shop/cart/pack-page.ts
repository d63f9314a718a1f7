import type { Lang } from '../../i18n/lang.ts';
import { paths } from '../../i18n/paths.ts';
import type { BakedPack } from '../../record/snapshot.ts';

/** The page where a pack is shown and bought; null for one that the record does not know. */
export function packPage(pack: Pick<BakedPack, 'product' | 'box'> | undefined, lang: Lang): string | null {
  if (!pack) return null;
  return pack.box ? paths(lang).giftBox(pack.box.slug) : paths(lang).product(pack.product);
}
