import { suspicionOf } from '@ocop/rules/stamps/suspicion';
import type { ScanMark } from '@ocop/rules/stamps/suspicion';
import { deviceToken, isAutomated } from '../../src/http/client.ts';
import { networkToken } from '../../src/stamps/verify/network-token.ts';
import type { Chance } from './chance.ts';
import type { Life } from './genuine.ts';

/** How well the site knows where a scan comes from. */
export interface Places {
  name: string;
  /** Share of scans with a province at all. */
  known: number;
  /** Share of the mobile ones among them that are put at the carrier's seat. */
  misplaced: number;
  /** Scans as old sites noted them, without the network they came from. */
  withoutNetworks?: boolean;
}

/** What the site would have said of one stamp, scan by scan. */
export interface Watched {
  scans: number;
  flagged: number;
  /** Number of the first scan that was flagged, from 1; null when none was. */
  caughtAt: number | null;
  /** When that was, hours as in {@link Life}. */
  caughtHour: number | null;
}

const HOUR_MS = 3_600_000;
const ACTIVATED = Date.UTC(2026, 0, 5);
/** One device counts once in this time, and a scan's own line is kept this long (stamps' rules). */
const SAME_DEVICE_HOURS = 10 / 60;
const RETENTION_HOURS = 90 * 24;

const iso = (hour: number) => new Date(ACTIVATED + hour * HOUR_MS).toISOString();

/**
 * Lets the site watch a life: requests become scans by its own rules (programs are not people, one
 * device counts once in ten minutes), and the score is asked at every scan, with what was known then.
 * @param untilCaught stops at the first flag
 */
export function watch(chance: Chance, life: Life, places: Places, untilCaught: boolean): Watched {
  const marks: { hour: number; mark: ScanMark }[] = [];
  const lastSeen = new Map<string, number>();
  const watched: Watched = { scans: 0, flagged: 0, caughtAt: null, caughtHour: null };
  const position = { range: chance.whole(0, 1_000), index: chance.whole(0, 1_000_000) };
  for (const { hour, visitor, province, seat } of life.looks) {
    if (isAutomated(visitor)) continue;
    const device = deviceToken('simulation', '1', position, visitor);
    if (hour - (lastSeen.get(device) ?? -Infinity) < SAME_DEVICE_HOURS) continue;
    lastSeen.set(device, hour);
    const place = seat !== null && chance.happens(places.misplaced) ? seat : province;
    const network = places.withoutNetworks ? null : networkToken('simulation', '1', position, visitor);
    const mark = { at: iso(hour), device, network, province: chance.happens(places.known) ? place : null };
    marks.push({ hour, mark });
    watched.scans += 1;
    const { suspicious } = suspicionOf({
      scans: marks.filter((one) => hour - one.hour <= RETENTION_HOURS).map((one) => one.mark),
      activatedAt: iso(0),
      soldAt: life.soldAt !== null && hour >= life.soldAt ? iso(life.soldAt) : null,
      shippedTo: life.shippedTo,
    });
    if (!suspicious) continue;
    watched.flagged += 1;
    watched.caughtAt ??= watched.scans;
    watched.caughtHour ??= hour;
    if (untilCaught) break;
  }
  return watched;
}
