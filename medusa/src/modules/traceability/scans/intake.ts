import { EARLIEST_SCAN, scanSchema, type RejectedScan, type Scan } from '@ocop/contract/scan';

/** Two clocks that are set by the network differ by less than this; the site's time is then believed. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Characters: enough to find the field, too few to fill a log. */
const LONGEST_DETAIL = 300;

/** A scan with a time that can be. `redated`: the time it arrived, for the site's clock was wrong. */
export interface DatedScan extends Scan {
  redated: boolean;
}

/**
 * Looks at scans one by one, so that a bad one costs no other. A scan of the future, or from before there
 * were stamps, is counted as of `now`: whoever hands it over has a wrong clock, and hands scans over
 * moments after they happen.
 */
export function checkScans(
  given: readonly unknown[],
  now: Date,
): { scans: DatedScan[]; rejected: RejectedScan[] } {
  const scans: DatedScan[] = [];
  const rejected: RejectedScan[] = [];
  for (const one of given) {
    const parsed = scanSchema.safeParse(one);
    if (!parsed.success) {
      const detail = parsed.error.issues
        .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
        .join('; ')
        .slice(0, LONGEST_DETAIL);
      rejected.push({ id: idOf(one), reason: 'malformed', detail });
      continue;
    }
    const scan = parsed.data;
    const at = Date.parse(scan.at);
    const redated = at - now.getTime() > CLOCK_SKEW_MS || at < EARLIEST_SCAN;
    scans.push({ ...scan, at: redated ? now.toISOString() : scan.at, redated });
  }
  return { scans, rejected };
}

function idOf(scan: unknown): string | null {
  const named = scanSchema.pick({ id: true }).strip().safeParse(scan);
  return named.success ? named.data.id : null;
}
