import { MAX_AHEAD_HOURS, scanSchema, type RejectedScan, type Scan } from '@ocop/contract/scan';

const HOUR_MS = 3_600_000;

/** Two clocks that are set by the network differ by less than this; the site's time is then believed. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Characters: enough to find the field, too few to fill a log. */
const LONGEST_DETAIL = 300;

/**
 * Looks at scans one by one, so that a bad one costs no other. A scan of the future is counted as of
 * `now`, up to {@link MAX_AHEAD_HOURS}: whoever hands it over has a wrong clock, and hands scans over
 * moments after they happen.
 */
export function checkScans(
  given: readonly unknown[],
  now: Date,
): { scans: Scan[]; rejected: RejectedScan[] } {
  const scans: Scan[] = [];
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
    const ahead = Date.parse(scan.at) - now.getTime();
    if (ahead > MAX_AHEAD_HOURS * HOUR_MS) rejected.push({ id: scan.id, reason: 'ahead' });
    else scans.push(ahead > CLOCK_SKEW_MS ? { ...scan, at: now.toISOString() } : scan);
  }
  return { scans, rejected };
}

function idOf(scan: unknown): string | null {
  const named = scanSchema.pick({ id: true }).strip().safeParse(scan);
  return named.success ? named.data.id : null;
}
