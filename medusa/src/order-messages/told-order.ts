import type { MedusaContainer } from '@medusajs/framework/types';
import type { OrderState } from '@ocop/rules/order-state';
import { receiptPath } from '@ocop/rules/receipt-path';
import { receiptToken } from '@ocop/rules/receipt-token';
import type { OrderDiscount } from '../order-desk/order-discount.ts';
import { orderSheetFields, orderSheetOf, type Parcel, type StoredOrder } from '../order-desk/order-sheet.ts';
import { findOrder, productIds, productMetadata, producersOf } from '../order-desk/read-orders.ts';
import type { OrderMessageSettings } from '../modules/order-messages/service.ts';
import { confirmations } from '../ordering/confirmation.ts';
import { findTransferDetails, type TransferDetails } from './transfer-details.ts';

/** An order as a message tells it. Amounts in whole đồng. */
export interface ToldOrder {
  id: string;
  code: string;
  lang: 'vi' | 'en';
  placedAt: string;
  state: OrderState;
  parcels: Parcel[];
  discount: OrderDiscount | null;
  shipping: number;
  total: number;
  /** What is still to be paid. */
  due: number;
  refunded: number;
  /** Commune and province it goes to. */
  place: string;
  /** Whether its prices are sample data, and it is not delivered. */
  sample: boolean;
  canceledByBuyer: boolean;
  /** That somebody calls to confirm it, and until when; `released`: it was cancelled because nobody was reached. */
  confirmation: { state: 'awaited' | 'released'; dueAt: string } | null;
  /** How it is paid by bank transfer, where it waits for one and that is known. */
  transfer: TransferDetails | null;
  /** Address of its receipt, which nobody guesses; null where it is not known here. */
  receipt: string | null;
  /** Name of the shop: the host of its site. */
  shop: string;
}

/** Where a buyer is told; null where none was given. */
export interface Reachable {
  email: string | null;
  phone: string | null;
  name: string;
}

type Told = StoredOrder & { email: string | null };

/** Reads an order for a message; null where it is gone. */
export async function readToldOrder(
  container: MedusaContainer,
  orderId: string,
  settings: OrderMessageSettings,
): Promise<{ order: ToldOrder; buyer: Reachable } | null> {
  const found = await findOrder<Told>(container, orderId, [...orderSheetFields, 'email']);
  if (!found) return null;
  const sheet = orderSheetOf(found, await producersOf(container, found));
  const products = await productMetadata(container, productIds(found));
  const confirmation = await confirmations(container).ofOrder(orderId);
  const told = confirmation?.state === 'awaited' || confirmation?.state === 'released' ? confirmation : null;
  const { id, code, language: lang, placedAt, state, parcels, discount, shipping, total, due } = sheet;
  const { recipient } = sheet;
  return {
    order: {
      ...{ id, code, lang, placedAt, state, parcels, discount, shipping, total, due },
      refunded: (found.payment_collections ?? []).reduce(
        (sum, one) => sum + Number(one.refunded_amount ?? 0),
        0,
      ),
      place: recipient.place,
      sample: products.some(({ metadata }) => metadata?.sample === true),
      canceledByBuyer: found.metadata?.canceled_by === 'buyer',
      confirmation: told && {
        state: told.state as 'awaited' | 'released',
        dueAt: new Date(told.dueAt).toISOString(),
      },
      transfer: await findTransferDetails(container, { id, code }),
      receipt: receiptOf(orderId, lang, settings),
      shop: settings.siteUrl === null ? '' : new URL(settings.siteUrl).host,
    },
    buyer: {
      email: found.email?.trim() || null,
      phone: recipient.phone.trim() || null,
      name: recipient.name,
    },
  };
}

function receiptOf(
  orderId: string,
  lang: 'vi' | 'en',
  { siteUrl, receiptSecret }: OrderMessageSettings,
): string | null {
  if (siteUrl === null || receiptSecret === null) return null;
  return new URL(receiptPath(lang, receiptToken(receiptSecret, orderId)), siteUrl).href;
}
