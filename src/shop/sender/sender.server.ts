import { provinceName } from '@ocop/rules/place/province-name';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { ProductCard } from '../../record/card.ts';
import type { BakedPack } from '../../record/snapshot.ts';
import type { Address, Producer } from '../../record/types.ts';
import { provinceChoices } from '../checkout/provinces.server.ts';
import { formerProvinceIn } from './sender.ts';
import type { Sender } from './sender.ts';

/**
 * Who sends a product: its producer, from the province of the producer's address, else of the product's
 * own origin. A former province is named beside today's, because papers and labels still say it.
 * @param card null for goods that are not in the record
 */
export function senderOf(card: ProductCard | null, lang: Lang): Promise<Sender> {
  const producer = card?.producer ?? null;
  return namedSender(producer, [producer?.address, card?.product.origin], lang);
}

/** Who sends what a pack was baked of: the producer of a product, or whoever packs a gift box. */
export function senderOfPack(
  pack: BakedPack | undefined,
  card: ProductCard | null,
  lang: Lang,
): Promise<Sender> {
  const sender = pack?.box?.sender;
  return sender ? namedSender(sender, [sender.address], lang) : senderOf(card, lang);
}

async function namedSender(
  producer: Pick<Producer, 'id' | 'name'> | null,
  addresses: readonly (Address | undefined)[],
  lang: Lang,
): Promise<Sender> {
  const messages = dictionary(lang).cart;
  const address = addresses.find((one) => one?.current);
  const code = address?.current?.province ?? '';
  const now = provinceName(code) ?? '';
  const former = (await provinceChoices()).find((choice) => choice.code === code)?.former ?? [];
  const before = formerProvinceIn(address?.printed ?? null, former);
  return {
    id: producer?.id ?? '',
    name: producer?.name[lang] ?? messages.unknownSender,
    place: before && now ? messages.placeNow(before, now) : now,
  };
}
