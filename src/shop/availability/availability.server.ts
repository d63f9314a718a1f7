import { createHash } from 'node:crypto';
import { countCacheLookup } from '../../log/metrics.ts';
import { stateLogger } from '../../log/state-logger.ts';
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

const state = stateLogger('availability');

const snapshot = refreshed<Offers>(async () => {
  const answer = await fetchOffers(medusa());
  if (answer.ok) {
    state.works();
    const baked = await bakedOffers();
    // The record bars goods too: Medusa learns of a change only with the next synchronisation.
    const barred = (offer: CurrentOffer) => offer.barred ?? baked.get(offer.sku)?.barred ?? null;
    return success(new Map(answer.data.map((offer) => [offer.sku, { ...offer, barred: barred(offer) }])));
  }
  // A site that runs without a Medusa is no failure.
  if (answer.error.type !== 'not-configured') state.fails(answer.error.type);
  return answer;
}, SNAPSHOT_SECONDS * 1_000);

async function currentSnapshot(): Promise<Dated<Offers> | null> {
  countCacheLookup('availability', snapshot.isFresh());
  return snapshot.read();
}

/**
 * Prices and stock by sku, a few seconds old at most, shared by every page of this process.
 * @returns `null` while Medusa has not answered once since the site started
 */
export async function currentOffers(): Promise<Offers | null> {
  return (await currentSnapshot())?.value ?? null;
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

/**
 * How what the built pages say of these packs differs from now. A page asks about its own packs, so that
 * an answer does not grow with the shop; packs the pages do not know are left out.
 */
export async function availabilityAnswer(skus: readonly string[]): Promise<AvailabilityAnswer> {
  const [current, baked] = await Promise.all([currentSnapshot(), bakedOffers()]);
  const own = new Map(
    skus.flatMap((sku) => {
      const offer = baked.get(sku);
      return offer ? [[sku, offer] as const] : [];
    }),
  );
  const difference = current
    ? availabilityDifference(own, current.value, new Date(current.loadedAt).toISOString())
    : { at: null, soldOut: [], low: {}, changed: {}, held: {} };
  // The time of asking is no difference: the tag stays the same while stock and prices do.
  const { at: _at, ...content } = difference;
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16);
  return { body: JSON.stringify(difference), etag: `W/"${hash}"` };
}
