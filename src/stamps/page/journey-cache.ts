import type { LotJourneyStep } from '../../medusa-client/lot-routes.ts';
import type { Result } from '../../medusa-client/result.ts';

/** Many people open stamps of one lot; its steps change a few times in its life. */
const KEPT_MS = 60_000;
/** A lot whose steps could not be asked is left alone for so long. */
const REST_MS = 5_000;
/** Some kilobytes each. */
const MOST_LOTS = 500;

interface Kept {
  steps: Promise<LotJourneyStep[] | null>;
  until: number;
}

/**
 * Journeys of lots, each asked for at most once a minute however many readers there are; those of
 * the moment share one question. Where they cannot be asked the last ones known stand, else null.
 */
export function keptJourneys(
  ask: (lot: string) => Promise<Result<LotJourneyStep[]>>,
  now: () => number = Date.now,
): (lot: string) => Promise<LotJourneyStep[] | null> {
  const kept = new Map<string, Kept>();
  return (lot) => {
    const known = kept.get(lot);
    if (known && now() < known.until) return known.steps;
    const entry: Kept = { until: now() + KEPT_MS, steps: Promise.resolve(null) };
    entry.steps = ask(lot).then((result) => {
      if (result.ok) return result.data;
      entry.until = now() + REST_MS;
      return known?.steps ?? null;
    });
    kept.delete(lot);
    kept.set(lot, entry);
    const oldest = kept.keys().next();
    if (kept.size > MOST_LOTS && !oldest.done) kept.delete(oldest.value);
    return entry.steps;
  };
}
