import { provinceName } from '@ocop/rules/place/province-name';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { ProductCard } from '../../record/card.ts';
import { provinceChoices } from '../checkout/provinces.server.ts';
import { formerProvinceIn } from './sender.ts';
import type { Sender } from './sender.ts';

/**
 * Who sends a product: its producer, from the province of the producer's address, else of the product's
 * own origin. A former province is named beside today's, because papers and labels still say it.
 * @param card null for goods that are not in the record
 */
export async function senderOf(card: ProductCard | null, lang: Lang): Promise<Sender> {
  const messages = dictionary(lang).cart;
  const producer = card?.producer ?? null;
  const address = [producer?.address, card?.product.origin].find((one) => one?.current);
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
