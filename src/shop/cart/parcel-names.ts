import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { Sender } from '../sender/sender.ts';
import type { ParcelPrice } from './cart-view.ts';

/** The parcels of a cart by the names of who sends them, which the record knows by their goods. */
export function namedParcels(
  parcels: readonly ParcelPrice[],
  lines: readonly { sku: string; sender: Sender }[],
  lang: Lang,
): { name: string; price: number }[] {
  return parcels.map(({ sku, price }) => {
    const name = lines.find((line) => line.sku === sku)?.sender.name;
    return { name: name ?? dictionary(lang).cart.unknownSender, price };
  });
}
