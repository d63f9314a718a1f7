/**
 * Does one stamp look as if it were copied? A score from the scans of that stamp, never a verdict
 * about the goods: rules, weights and what a simulation says about them are in docs/suspicion.md.
 *
 * Networks are counted, of each its first scan: many in one place are a shelf or a fair; what a single
 * thing cannot do is to be in one province, in another, and in the first again while ever new networks
 * look at it. Most of the score hangs on that. Stamps carry no printed PIN, so wrong PINs are not among
 * the rules.
 *
 * All of it comes from strangers, and somebody may want a genuine stamp to look copied, or a copied one
 * to look genuine. A browser's name costs nothing, so it counts nothing; further scans of a network
 * change nothing. Buyers are warned only where two things that cost differently come together: the thing
 * moves to and fro, and it is seen by many networks on many days (decision 0037). A score without that
 * is for staff to look at.
 */
import { kmBetween, provinceMiddle } from '../place/province.ts';

/**
 * One scan: `at` ISO, `network` the stamp's own token for the reader's network neighbourhood (/24 of IPv4,
 * /48 of IPv6; null: could not be told, all those count as one), `province` a code of QĐ 19/2025/QĐ-TTg
 * (null: not known).
 */
export interface ScanMark {
  at: string;
  network: string | null;
  province: string | null;
}

/** `shippedTo`: provinces the lot was shipped to; empty when nobody noted it. Times are ISO. */
export interface SuspicionFacts {
  /** In any order; of a network only the first counts. */
  scans: readonly ScanMark[];
  activatedAt: string | null;
  soldAt: string | null;
  shippedTo: readonly string[];
}

/** Why points were given, with the figures to say it in words. */
export type SuspicionReason = { points: number } &
  /** `devices`: networks, each of which has one device at least. */
  (
    | { rule: 'devices'; devices: number }
    /** `within24h`: most provinces in any 24 hours; `moves`: how often the thing was elsewhere next. */
    | { rule: 'provinces'; within24h: number; inAll: number; moves: number }
    /** The fastest of `times` impossible journeys; `km` in a straight line, `minutes` between scans. */
    | { rule: 'speed'; times: number; from: string; to: string; km: number; minutes: number }
    | { rule: 'before-activation'; devices: number }
    | { rule: 'after-sale'; devices: number; days: number }
    /** Most networks within any hour. */
    | { rule: 'rush'; scans: number }
    /** `away` of `located` networks were in provinces the lot was not shipped to. */
    | { rule: 'away'; away: number; located: number }
  );

/**
 * `score` 0 to 100; reasons with the most points first, none with 0. `suspicious`: staff should look at
 * it. `warns`: buyers should be warned.
 */
export interface Suspicion {
  score: number;
  suspicious: boolean;
  warns: boolean;
  reasons: SuspicionReason[];
}

/** From this score on a stamp is called suspicious. */
export const SUSPICIOUS_FROM = 60;

/** Points of moving to and fro, networks, and days in Vietnam with a new one, without which nobody is warned. */
export const WARNING_NEEDS = { provincePoints: 20, networks: 12, days: 7 };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const VIETNAM_AHEAD_MS = 7 * HOUR_MS;

/** The thing is taken to be in one province for this long, see {@link staysOf}. */
const STAY_MS = 6 * HOUR_MS;
/** Days after the sale in which a household may go on looking at what it bought. */
const AFTER_SALE_DAYS = 30;
const FASTEST_KM_H = 900;
/** Two provinces' middles may be this much farther apart than two people on their common border. */
const BORDER_KM = 200;

interface Moment {
  time: number;
  network: string | null;
  province: string | null;
}
type Located = Moment & { province: string };

/** The score of one stamp at the moment of its latest scan; n log n in the number of scans. */
export function suspicionOf(facts: SuspicionFacts): Suspicion {
  const scans = facts.scans
    .map(({ at, network, province }) => ({ time: Date.parse(at), network, province }))
    .sort((a, b) => a.time - b.time);
  const firsts = firstOfEachNetwork(scans);
  const located = firsts.filter(isLocated);
  const provinces = provincesRule(located);
  const reasons = [
    devicesRule(firsts.length),
    provinces,
    speedRule(located),
    rushRule(firsts),
    awayRule(located, new Set(facts.shippedTo)),
    beforeActivationRule(firsts, facts.activatedAt),
    afterSaleRule(firsts, facts.soldAt),
  ]
    .filter((reason) => reason.points > 0)
    .sort((a, b) => b.points - a.points);
  const score = Math.min(
    100,
    reasons.reduce((sum, { points }) => sum + points, 0),
  );
  const suspicious = score >= SUSPICIOUS_FROM;
  const moves = provinces.points >= WARNING_NEEDS.provincePoints;
  return { score, suspicious, warns: suspicious && moves && isWidelySeen(located), reasons };
}

/** Further scans of a network tell of nothing but the network: asking again costs nothing, networks do. */
function firstOfEachNetwork(scans: readonly Moment[]): Moment[] {
  const seen = new Set<string | null>();
  return scans.filter(({ network }) => {
    if (seen.has(network)) return false;
    seen.add(network);
    return true;
  });
}

/** Seen by many networks, which cost money, on many days, which cost patience and can be noticed. */
function isWidelySeen(located: readonly Located[]): boolean {
  const days = new Set(located.map(({ time }) => Math.floor((time + VIETNAM_AHEAD_MS) / DAY_MS)));
  return located.length >= WARNING_NEEDS.networks && days.size >= WARNING_NEEDS.days;
}

function isLocated(scan: Moment): scan is Located {
  return scan.province !== null && provinceMiddle(scan.province) !== null;
}

/** Never enough alone: a sample on a shelf is looked at by hundreds. */
function devicesRule(devices: number): SuspicionReason {
  const points = devices < 5 ? 0 : Math.min(15, Math.round(5 + 5 * Math.log2(devices / 5)));
  return { rule: 'devices', points, devices };
}

/**
 * Each move to another province gives 10 points and each further stay takes 3: where three stays of
 * ten or fewer follow a move, networks placed wrongly and people on a journey explain it. A present
 * shown to a handful of people on the way is no copy either: at most 4 points for each network.
 */
function provincesRule(located: readonly Located[]): SuspicionReason {
  const stays = staysOf(located);
  const moves = stays.filter((province, i) => i > 0 && province !== stays[i - 1]).length;
  const scattered = 10 * moves - 3 * Math.max(0, stays.length - 1);
  const within24h = mostProvincesWithin(located, DAY_MS);
  return {
    rule: 'provinces',
    points: Math.min(60, 4 * located.length, Math.max(0, scattered)) + (within24h >= 3 ? 10 : 0),
    within24h,
    inAll: new Set(located.map(({ province }) => province)).size,
    moves,
  };
}

/**
 * Where the thing was in each quarter of a day in which anybody looked: in the province of most new
 * devices, and where two have as many, in the one it was in already. So a crowd at a stand of which
 * one network in ten is placed wrongly stands still, and a copy in another town does not.
 */
function staysOf(located: readonly Located[]): string[] {
  const quarters = new Map<number, Map<string, number>>();
  for (const { time, province } of located) {
    const quarter = Math.floor(time / STAY_MS);
    const seen = quarters.get(quarter) ?? new Map<string, number>();
    quarters.set(quarter, seen.set(province, (seen.get(province) ?? 0) + 1));
  }
  const stays: string[] = [];
  for (const seen of quarters.values()) {
    const most = Math.max(...seen.values());
    const before = stays.at(-1);
    const stay =
      before !== undefined && seen.get(before) === most
        ? before
        : [...seen].find(([, devices]) => devices === most)?.[0];
    if (stay !== undefined) stays.push(stay);
  }
  return stays;
}

function mostProvincesWithin(located: readonly Located[], span: number): number {
  const inside = new Map<string, number>();
  let oldest = 0;
  let most = 0;
  for (const { time, province } of located) {
    inside.set(province, (inside.get(province) ?? 0) + 1);
    for (let scan = located[oldest]; scan && time - scan.time > span; scan = located[oldest]) {
      const left = (inside.get(scan.province) ?? 0) - 1;
      if (left === 0) inside.delete(scan.province);
      else inside.set(scan.province, left);
      oldest += 1;
    }
    most = Math.max(most, inside.size);
  }
  return most;
}

/** Small, for one network placed wrongly at a busy stand already makes two such journeys. */
function speedRule(located: readonly Located[]): SuspicionReason {
  const fastest = { from: '', to: '', km: 0, minutes: 0 };
  let times = 0;
  let record = 0;
  located.forEach((scan, i) => {
    const before = located[i - 1];
    const [here, there] = [provinceMiddle(scan.province), provinceMiddle(before?.province ?? '')];
    if (!before || !here || !there) return;
    const km = kmBetween(here, there);
    const hours = (scan.time - before.time) / HOUR_MS;
    if (km - BORDER_KM <= FASTEST_KM_H * hours) return;
    times += 1;
    const speed = km / Math.max(hours, 1 / 3600);
    if (speed <= record) return;
    record = speed;
    Object.assign(fastest, {
      from: before.province,
      to: scan.province,
      km: Math.round(km),
      minutes: Math.round(hours * 60),
    });
  });
  return { rule: 'speed', points: times > 0 ? 5 : 0, times, ...fastest };
}

/** Small: a fair does it too. */
function rushRule(firsts: readonly Moment[]): SuspicionReason {
  let oldest = 0;
  let most = 0;
  firsts.forEach(({ time }, i) => {
    while (time - (firsts[oldest]?.time ?? time) > HOUR_MS) oldest += 1;
    most = Math.max(most, i - oldest + 1);
  });
  return { rule: 'rush', points: most >= 10 ? 5 : 0, scans: most };
}

/** Small: goods are sold on, and given as presents. */
function awayRule(located: readonly Located[], shippedTo: ReadonlySet<string>): SuspicionReason {
  const away = located.filter(({ province }) => !shippedTo.has(province)).length;
  const mostly = shippedTo.size > 0 && located.length >= 3 && away * 2 > located.length;
  return { rule: 'away', points: mostly ? 10 : 0, away, located: located.length };
}

/** One or two are the print house or staff trying a sheet; more is a sheet that went astray. */
function beforeActivationRule(firsts: readonly Moment[], activatedAt: string | null): SuspicionReason {
  const activated = activatedAt === null ? Infinity : Date.parse(activatedAt);
  const devices = firsts.filter(({ time }) => time < activated).length;
  const points = devices === 0 ? 0 : Math.min(40, 5 + 10 * Math.max(0, devices - 2));
  return { rule: 'before-activation', points, devices };
}

/** Only devices not seen until then: whoever bought it may look again. */
function afterSaleRule(firsts: readonly Moment[], soldAt: string | null): SuspicionReason {
  const until = soldAt === null ? Infinity : Date.parse(soldAt) + AFTER_SALE_DAYS * DAY_MS;
  const devices = firsts.filter(({ time }) => time > until).length;
  return { rule: 'after-sale', points: Math.min(40, 10 * devices), devices, days: AFTER_SALE_DAYS };
}
