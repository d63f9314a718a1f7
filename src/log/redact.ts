/** Longest text a log line takes over from an error, in characters. */
const MOST_CHARACTERS = 500;

/** Frames of a stack trace that are logged: enough to find the fault, not the whole framework. */
const MOST_FRAMES = 8;

/**
 * What may name a person or open something, wherever it stands in a text. Order matters: credentials
 * of an address would otherwise be read as a mail address.
 */
const patterns: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // user:password@ in the address of a server
  [/(\/\/)[^\s/@]+@/g, '$1'],
  // query strings: search words, tokens, filters
  [/(\/[^\s?"']*)\?[^\s"')]+/g, '$1?[redacted]'],
  // stamp codes, receipt tokens, links to sign in and signatures in a path
  [/\/(21|T|don-hang|dang-nhap|loi-moi|nha-san-xuat)\/[^\s/?"'):]+/g, '/$1/[redacted]'],
  [/[^\s@<>"']+@[^\s@<>"']+\.[a-z]{2,}/gi, '[redacted]'],
  // Vietnamese telephone numbers: +84 or 0, then nine or ten digits
  [/(?<!\d)(?:\+84|0)(?:[\s.-]?\d){8,10}(?!\d)/g, '[redacted]'],
];

/**
 * A text as it may be logged: without credentials, query strings, stamp codes, receipt tokens, mail
 * addresses and telephone numbers, and of bounded length. A second line of defence: callers log only
 * texts of errors, never what a reader wrote.
 */
export function redactText(text: string): string {
  const redacted = patterns.reduce(
    (rest, [pattern, replacement]) => rest.replace(pattern, replacement),
    text,
  );
  return redacted.length > MOST_CHARACTERS ? `${redacted.slice(0, MOST_CHARACTERS)}…` : redacted;
}

/** An error as it is logged: `detail` of PostgreSQL, `response` of HTTP clients and the like stay out. */
export interface LoggedError {
  type: string;
  message: string;
  /** Of the system or the database, like `ECONNREFUSED` or `57P01`. */
  code?: string;
  stack?: string;
}

/** The parts of a thrown value that may be logged. */
export function loggedError(thrown: unknown): LoggedError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: redactText(String(thrown)) };
  const code = codeOf(thrown);
  const frames = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES);
  return {
    type: thrown.name,
    message: redactText(thrown.message),
    ...(code === null ? {} : { code }),
    ...(frames.length > 0 ? { stack: frames.map((line) => redactText(line.trim())).join('\n') } : {}),
  };
}

/** One line on why something outside this program failed, where a stack would say no more. */
export function reasonOf(thrown: unknown): string {
  const { type, message, code } = loggedError(thrown);
  const text = message === '' ? type : message;
  return code === undefined || text.includes(code) ? text : `${code}: ${text}`;
}

/** The system's or the database's code; of several tries (an AggregateError) or a wrapped error, the first's. */
function codeOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  if (thrown instanceof AggregateError) return codeOf(thrown.errors[0]);
  return codeOf(thrown.cause);
}
