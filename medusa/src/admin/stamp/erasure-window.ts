/** ISO instants, both included, as the server takes them. */
export interface ErasureWindow {
  from: string;
  until: string;
}

/** What is wrong with each of the two fields, where something is. */
export interface WindowProblems {
  from: 'incomplete' | null;
  until: 'incomplete' | 'backwards' | null;
}

export type TypedWindow = { ok: true; window: ErasureWindow } | { ok: false; problems: WindowProblems };

/** A minute as the browser's field for day and time hands it out; '' while a part is missing. */
const MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * Reads two minutes by Vietnam's clock, the whole of the last one included. Never a window without
 * an end: a field half filled in is empty to the browser, and would erase what nobody asked for.
 */
export function readWindow(from: string, until: string): TypedWindow {
  const missing = (typed: string) => (MINUTE.test(typed) ? null : 'incomplete');
  const problems: WindowProblems = { from: missing(from), until: missing(until) };
  if (!problems.from && !problems.until && until < from) problems.until = 'backwards';
  if (problems.from || problems.until) return { ok: false, problems };
  return { ok: true, window: { from: `${from}:00+07:00`, until: `${until}:59.999+07:00` } };
}
