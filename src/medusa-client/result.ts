/**
 * What can go wrong on the way to Medusa.
 * `unreachable`: never sent. `timeout`, `interrupted`, `server`, `bad-answer`: sent, the outcome is
 * not known. `refused`: Medusa said no (400/422). `conflict`: busy with the same thing (409).
 * `unauthorised`: the site's own keys are wrong. `not-configured`: no address or key was given.
 */
export type EdgeErrorType =
  | 'not-configured'
  | 'unreachable'
  | 'timeout'
  | 'interrupted'
  | 'refused'
  | 'not-found'
  | 'conflict'
  | 'unauthorised'
  | 'server'
  | 'bad-answer';

export interface EdgeError {
  type: EdgeErrorType;
  /** Whether the same request may succeed later without anybody changing anything. */
  isRetryable: boolean;
  /** HTTP status, where an answer came. */
  status?: number;
  /**
   * What is known beyond the type, in English, for logs and commands: Medusa's own words, the field
   * that was not as agreed, the network's error code. Never shown to buyers.
   */
  detail?: string;
}

/** The answer of every network edge: a value, or a named failure. Never an exception. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: EdgeError };

const retryable: ReadonlySet<EdgeErrorType> = new Set<EdgeErrorType>([
  'unreachable',
  'timeout',
  'interrupted',
  'conflict',
  'server',
]);

const undecided: ReadonlySet<EdgeErrorType> = new Set<EdgeErrorType>([
  'timeout',
  'interrupted',
  'conflict',
  'server',
  'bad-answer',
]);

/** Wraps a value as a success. */
export function success<T>(data: T): Result<T> {
  return { ok: true, data };
}

/** Wraps a named failure. */
export function failure(
  type: EdgeErrorType,
  facts: Pick<EdgeError, 'status' | 'detail'> = {},
): { ok: false; error: EdgeError } {
  return { ok: false, error: { type, isRetryable: retryable.has(type), ...facts } };
}

/** Whether a request that failed this way may nevertheless have taken effect on the other side. */
export function mayHaveHappened(error: EdgeError): boolean {
  return undecided.has(error.type);
}

/** Names a failure from an HTTP status of 400 or more. */
export function errorTypeOfStatus(status: number): EdgeErrorType {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 404) return 'not-found';
  if (status === 409) return 'conflict';
  return status >= 500 ? 'server' : 'refused';
}

const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The network's code for what `fetch` threw, such as ECONNREFUSED; null where it has none. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if (error instanceof AggregateError && error.errors.length > 0) {
    // Happy-eyeballs: every address was tried; one code stands for all.
    return codeOf(error.errors[0]);
  }
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : null;
}

/** Names a failure from what `fetch` threw before any answer arrived. */
export function errorTypeOfThrown(error: unknown): EdgeErrorType {
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) {
    return 'timeout';
  }
  const code = codeOf(error);
  return code !== null && neverSent.has(code) ? 'unreachable' : 'interrupted';
}
