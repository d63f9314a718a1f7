import { addDays, todayInVietnam } from '@ocop/rules/date';

export interface Bar {
  key: string;
  count: number;
}

/** Every day from `from` to `to`, those without a scan as 0. */
export function everyDay(
  counted: readonly { day: string; count: number }[],
  from: string,
  to: string,
): Bar[] {
  const countOn = new Map(counted.map(({ day, count }) => [day, count]));
  const bars: Bar[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    bars.push({ key: day, count: countOn.get(day) ?? 0 });
  }
  return bars;
}

/** Scans by Vietnamese calendar day, from the first of them to the last. */
export function scansPerDay(scans: readonly { at: string }[]): Bar[] {
  const days = scans.map(({ at }) => todayInVietnam(new Date(at))).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return everyDay(
    [...counts].map(([day, count]) => ({ day, count })),
    first,
    last,
  );
}
