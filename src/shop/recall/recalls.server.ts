import { stateLogger } from '../../log/state-logger.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { success } from '../../medusa-client/result.ts';
import { fetchRecalls, type PublicRecall } from '../../medusa-client/site-routes.ts';
import { readCard } from '../../record/snapshot.server.ts';
import type { Text } from '../../record/types.ts';
import { refreshed } from '../availability/refreshed.ts';

/** Medusa is asked for the list of recalls at most this often. */
export const RECALLS_SECONDS = 5;

/** A recall with the product it is of, as the record has it; null where the record does not hold it. */
export interface KnownRecall extends PublicRecall {
  of: { slug: string; name: Text } | null;
}

/** Recalls as they were known at `at` (ms since 1970), those in force first. */
export interface Recalls {
  recalls: readonly KnownRecall[];
  at: number;
}

const state = stateLogger('recalls');

const list = refreshed<readonly KnownRecall[]>(async () => {
  const answer = await fetchRecalls(medusa());
  if (answer.ok) {
    state.works();
    return success(await Promise.all(answer.data.map(known)));
  }
  // A site that runs without a Medusa is no failure, and one of before 0.3 tells of none.
  if (answer.error.type !== 'not-configured' && answer.error.type !== 'not-found') {
    state.fails(answer.error.type);
  }
  return answer;
}, RECALLS_SECONDS * 1_000);

async function known(recall: PublicRecall): Promise<KnownRecall> {
  const { productId, product } = recall;
  const card = (productId && (await readCard(productId))) || (product && (await readCard(product))) || null;
  return { ...recall, of: card && { slug: card.product.slug, name: card.product.name } };
}

/** Recalls, a few seconds old or as Medusa last told them; null while it has not answered since the start. */
export async function currentRecalls(): Promise<Recalls | null> {
  const dated = await list.read();
  return dated && { recalls: dated.value, at: dated.loadedAt };
}

/** Slugs of products of which goods are being recalled now, sorted: what `/api/recalls` answers. */
export async function recalledProducts(): Promise<string[]> {
  const { recalls = [] } = (await currentRecalls()) ?? {};
  const inForce = recalls.filter(({ liftedAt }) => liftedAt === null);
  return [...new Set(inForce.flatMap(({ of }) => of?.slug ?? []))].sort();
}
