import {
  handOverAnswer,
  packAnswer,
  parcelAnswer,
  parcelList,
  slipAnswer,
  type HandOverAnswer,
  type HandOverRequest,
  type PackAnswer,
  type ParcelAnswer,
  type ParcelOnList,
} from '@ocop/contract/producer-desk';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

export type { HandOverAnswer, PackAnswer, ParcelAnswer, ParcelOnList };

/** Packing takes goods from stock, and waits for whoever decides about the same order. */
const DECIDING_MS = 20_000;

const parcels = parcelList.transform((answer) => answer.parcels);
const pathOf = (orderId: string) => `desk/parcels/${encodeURIComponent(orderId)}`;

export function fetchParcels(medusa: MedusaConnection, session: string): Promise<Result<ParcelOnList[]>> {
  return medusa.site(parcels, 'desk/parcels', { session });
}

/** `not-found`: nothing of this order is sent by whoever is signed in. */
export function fetchParcel(
  medusa: MedusaConnection,
  session: string,
  orderId: string,
): Promise<Result<ParcelAnswer>> {
  return medusa.site(parcelAnswer, pathOf(orderId), { session });
}

/** Asking again is safe. */
export function packParcel(
  medusa: MedusaConnection,
  session: string,
  orderId: string,
): Promise<Result<PackAnswer>> {
  const options = { method: 'POST', session, body: {}, deadlineMs: DECIDING_MS } as const;
  return medusa.site(packAnswer, `${pathOf(orderId)}/packed`, options);
}

/** Asking again is safe. */
export function handParcelOver(
  medusa: MedusaConnection,
  session: string,
  { orderId, ...body }: HandOverRequest & { orderId: string },
): Promise<Result<HandOverAnswer>> {
  const options = { method: 'POST', session, body, deadlineMs: DECIDING_MS } as const;
  return medusa.site(handOverAnswer, `${pathOf(orderId)}/handed-over`, options);
}

const slip = slipAnswer.transform((answer) => answer.html);

/** @param from the sender's own address; '' prints the name alone */
export function fetchSlip(
  medusa: MedusaConnection,
  session: string,
  { orderId, lang, from }: { orderId: string; lang: 'vi' | 'en'; from: string },
): Promise<Result<string>> {
  const query = { lang, size: 'a6', ...(from === '' ? {} : { from: from.slice(0, 300) }) };
  return medusa.site(slip, `${pathOf(orderId)}/slip`, { session, query });
}
