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
}

/** What the site would have said of one stamp, scan by scan. */
export interface Watched {
  scans: number;
  /** Scans at which buyers were warned, where nobody ever lifts a warning. */
  flagged: number;
  /** The same where staff look at each warning, and lift it, after {@link STAFF_HOURS}. */
  flaggedUntilLifted: number;
  /** Number of the first scan that was flagged, from 1; null when none was. */
  caughtAt: number | null;
  /** When that was, hours as in {@link Life}. */
  caughtHour: number | null;
}

/** Staff find out within three days that a stamp they are warned of is on the goods it was made for. */
export const STAFF_HOURS = 72;

const HOUR_MS = 3_600_000;
const ACTIVATED = Date.UTC(2026, 0, 5);
/** One device counts once in this time, and a scan's own line is kept this long (stamps' rules). */
const SAME_DEVICE_HOURS = 10 / 60;
const RETENTION_HOURS = 90 * 24;

const iso = (hour: number) => new Date(ACTIVATED + hour * HOUR_MS).toISOString();

/**
 * Lets the site watch a life: requests become scans by its own rules (programs are not people, one
 * device counts once in ten minutes), and at every scan it is asked whether to warn, with what was known
 * then. A warning stays.
 * @param untilCaught stops at the first flag
 */
export function watch(chance: Chance, life: Life, places: Places, untilCaught: boolean): Watched {
  const marks: { hour: number; mark: ScanMark }[] = [];
  const lastSeen = new Map<string, number>();
  const watched: Watched = { scans: 0, flagged: 0, flaggedUntilLifted: 0, caughtAt: null, caughtHour: null };
  const position = { range: chance.whole(0, 1_000), index: chance.whole(0, 1_000_000) };
  let [warnedHour, liftedHour] = [Infinity, -Infinity];
  for (const { hour, visitor, province, seat } of life.looks) {
    if (isAutomated(visitor)) continue;
    const device = deviceToken('simulation', '1', position, visitor);
    if (hour - (lastSeen.get(device) ?? -Infinity) < SAME_DEVICE_HOURS) continue;
    lastSeen.set(device, hour);
    const place = seat !== null && chance.happens(places.misplaced) ? seat : province;
    const network = networkToken('simulation', '1', position, visitor);
    const mark = { at: iso(hour), network, province: chance.happens(places.known) ? place : null };
    marks.push({ hour, mark });
    watched.scans += 1;
    if (hour >= warnedHour + STAFF_HOURS) {
      liftedHour = warnedHour + STAFF_HOURS;
      warnedHour = Infinity;
    }
    if (warnedHour === Infinity && warnsAt(hour)) warnedHour = hour;
    if (warnedHour !== Infinity) {
      watched.flaggedUntilLifted += 1;
      watched.caughtAt ??= watched.scans;
      watched.caughtHour ??= hour;
    }
    if (watched.caughtAt === null) continue;
    watched.flagged += 1;
    if (untilCaught) break;
  }
  return watched;

  function warnsAt(now: number): boolean {
    const { warns } = suspicionOf({
      scans: marks
        .filter(({ hour }) => hour > liftedHour && now - hour <= RETENTION_HOURS)
        .map(({ mark }) => mark),
      activatedAt: iso(0),
      soldAt: life.soldAt !== null && now >= life.soldAt ? iso(life.soldAt) : null,
      shippedTo: life.shippedTo,
    });
    return warns;
  }
}
