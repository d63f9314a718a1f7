import { LRUCache } from 'lru-cache';
import type { LotJourneyStep } from '../../medusa-client/lot-routes.ts';
import type { Result } from '../../medusa-client/result.ts';

/** Many people open stamps of one lot; its steps change a few times in its life. */
const FRESH_MS = 60_000;
/** A lot whose steps could not be fetched is not asked for again for so long. */
const RETRY_MS = 5_000;
/** Some kilobytes each. */
const MAX_LOTS = 500;

interface CachedJourney {
  steps: Promise<LotJourneyStep[] | null>;
  freshUntil: number;
}

/**
 * A cache of lots' journeys: each is fetched at most once a minute however many requests there are, and
 * requests of the moment share one fetch. Where a lot cannot be fetched its stale steps are served
 * (RFC 5861, stale-if-error), else null.
 */
export function journeyCache(
  fetchJourney: (lot: string) => Promise<Result<LotJourneyStep[]>>,
  now: () => number = Date.now,
): (lot: string) => Promise<LotJourneyStep[] | null> {
  const journeys = new LRUCache<string, CachedJourney>({ max: MAX_LOTS });
  return (lot) => {
    const cached = journeys.get(lot);
    if (cached && now() < cached.freshUntil) return cached.steps;
    const entry: CachedJourney = { freshUntil: now() + FRESH_MS, steps: Promise.resolve(null) };
    entry.steps = fetchJourney(lot).then((result) => {
      if (result.ok) return result.data;
      entry.freshUntil = now() + RETRY_MS;
      return cached?.steps ?? null;
    });
    journeys.set(lot, entry);
    return entry.steps;
  };
}
