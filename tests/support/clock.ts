/**
 * When the integration and end-to-end tests begin. Certificates, lots and fairs of `tests/record` are
 * written for this day. It lies ahead so that a cookie or token that ends by this clock has not ended
 * in a browser that goes by the machine's.
 */
export const TESTS_BEGIN = new Date('2039-06-15T09:00:00+07:00');

/**
 * Puts the clock of this process forward or back: `Date` tells the shifted time and runs on. Timers and
 * `performance.now()` stay as they are. Stands by itself, so that a browser can run its source text.
 * @param offset milliseconds to add to the machine's time
 */
export function shiftClock(offset: number): void {
  const MachineDate = Date;
  const now = () => MachineDate.now() + offset;
  globalThis.Date = new Proxy(MachineDate, {
    apply: () => new MachineDate(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget) as Date,
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
  MachineDate.prototype.constructor = globalThis.Date;
}

/** Environment variable with the milliseconds every program of this run adds to the machine's time. */
const offsetVariable = 'TEST_CLOCK_OFFSET';

/** Milliseconds this run's programs add to the machine's time; 0 outside of a run. */
export function clockOffset(): number {
  return Number(process.env[offsetVariable] ?? 0);
}

/**
 * Milliseconds since 1970 by the clock of PostgreSQL, which goes by the machine's time: it stands on rows
 * the database dates itself.
 */
export function databaseNow(): number {
  return Date.now() - clockOffset();
}

/**
 * Lets this process and every Node program it starts from now on begin at {@link TESTS_BEGIN}: they
 * load `shifted-clock.ts` before anything else, as NODE_OPTIONS tells them.
 */
export function startTestClock(): void {
  const offset = TESTS_BEGIN.getTime() - Date.now();
  const preload = new URL(`shifted-clock.ts?offset=${offset}`, import.meta.url).href;
  process.env[offsetVariable] = String(offset);
  process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, `--import=${preload}`].filter(Boolean).join(' ');
  shiftClock(offset);
}
