import { todayInVietnam, type PlainDate } from '@ocop/rules/date';

/** How often the date is looked at, in milliseconds. */
const lookEvery = 60_000;
/** How long to wait after a failure before trying again, in milliseconds. */
const retryAfter = 3_600_000;

/**
 * Calls once for every new day in Vietnam, within a minute of its beginning; a failed call is
 * repeated after an hour. Calls never overlap.
 * @returns ends the watch
 */
export function watchDays(
  newDay: (now: Date) => Promise<void>,
  onFailure: (error: unknown) => void,
): () => void {
  let handled: PlainDate = todayInVietnam(new Date());
  let notBefore = 0;
  let busy = false;
  const look = async () => {
    const now = new Date();
    const today = todayInVietnam(now);
    if (busy || today === handled || now.getTime() < notBefore) return;
    busy = true;
    try {
      await newDay(now);
      handled = today;
    } catch (error) {
      notBefore = now.getTime() + retryAfter;
      onFailure(error);
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), lookEvery);
  return () => clearInterval(timer);
}
