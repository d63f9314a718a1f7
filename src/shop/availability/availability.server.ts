import { createHash } from 'node:crypto';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { success } from '../../medusa-client/result.ts';
import { fetchOffers } from '../../medusa-client/site-routes.ts';
import type { CurrentOffer } from '../../medusa-client/site-routes.ts';
import { bakedOffers } from '../../record/snapshot.server.ts';
import { availabilityDifference } from './availability.ts';
import { refreshed } from './refreshed.ts';
import type { Dated } from './refreshed.ts';

/** Medusa is asked for the whole price and stock list at most this often. */
export const SNAPSHOT_SECONDS = 5;

type Offers = ReadonlyMap<string, CurrentOffer>;

const snapshot = refreshed<Offers>(async () => {
  const answer = await fetchOffers(medusa());
  return answer.ok ? success(new Map(answer.data.map((offer) => [offer.sku, offer]))) : answer;
}, SNAPSHOT_SECONDS * 1_000);

/**
 * Prices and stock by sku, a few seconds old at most, shared by every page of this process.
 * @returns `null` while Medusa has not answered once since the site started
 */
export async function currentOffers(): Promise<Offers | null> {
  return (await snapshot.read())?.value ?? null;
}

/** Forgets how fresh the list is: Medusa refused something that the list said was there. */
export function expireOffers(): void {
  snapshot.expire();
}

/** The body of `/api/availability` with its entity tag. */
export interface AvailabilityAnswer {
  body: string;
  etag: string;
}

let answered: { of: Dated<Offers> | null; answer: AvailabilityAnswer } | undefined;

/** The small difference between the built pages and now; made once per snapshot, not per view. */
export async function availabilityAnswer(): Promise<AvailabilityAnswer> {
  const current = await snapshot.read();
  if (answered && answered.of === current) return answered.answer;
  const difference = current
    ? availabilityDifference(await bakedOffers(), current.value, new Date(current.loadedAt).toISOString())
    : { at: null, soldOut: [], low: {}, changed: {} };
  // The time of asking is no difference: the tag stays the same while stock and prices do.
  const { at: _at, ...content } = difference;
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16);
  const answer = { body: JSON.stringify(difference), etag: `W/"${hash}"` };
  answered = { of: current, answer };
  return answer;
}
