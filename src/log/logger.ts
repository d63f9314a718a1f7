import { pino, stdTimeFunctions } from 'pino';
import { logLevels, type LogLevel } from './levels.ts';
import { loggedError, redactText } from './redact.ts';

/**
 * Everything a log line may hold beside `level`, `time`, `pid` and `msg`. The list is closed, and kept
 * by the logger itself: a field that is not in it is left out. It names no reader: no network
 * address, no telephone number, no query string, no stamp code, no path as it was requested.
 * docs/operations.md describes the fields for whoever reads the logs.
 */
export interface LogFields {
  /** A fault of this program: type, message, code and the first frames of its stack. */
  err?: unknown;
  /** Why something outside failed, in one line: see `reasonOf`. */
  reason?: string;
  /** What a line is about, where the message alone does not say: `stamp-lookup`, `search`. */
  component?: string;
  /** The pattern of the route, like `/01/{gtin}/21/{code}`. */
  route?: string;
  method?: string;
  status?: number;
  durationMs?: number;
  /** How often something failed. */
  failures?: number;
  count?: number;
  /** A file or folder of this program. */
  file?: string;
  /** An identity without meaning outside this system, such as a scan's. */
  id?: string;
  port?: number;
  signal?: string;
}

/** The same as values; the type checker sees to it that none is missing. */
const listed: Readonly<Record<keyof LogFields, true>> = {
  err: true,
  reason: true,
  component: true,
  route: true,
  method: true,
  status: true,
  durationMs: true,
  failures: true,
  count: true,
  file: true,
  id: true,
  port: true,
  signal: true,
};

type LogMethod = (fields: LogFields, message: string) => void;

/** Writes log lines. Messages are fixed English sentences for operators; what varies is a field. */
export interface Logger {
  debug: LogMethod;
  info: LogMethod;
  warn: LogMethod;
  error: LogMethod;
}

/**
 * A logger of JSON lines: one object a line, `level` in words, `time` as ISO 8601 in UTC.
 * @param write takes a whole line with its line break
 */
export function createLogger(level: LogLevel, write: (line: string) => void): Logger {
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: listedFields },
      serializers: { err: loggedError, reason: redactText },
    },
    { write },
  );
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}

function listedFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(listed, name)));
}

/**
 * The level of an environment. A value that is none counts as `info` here: the settings as a whole are
 * checked at start, and a logger must work before that.
 */
function levelIn(source: Record<string, string | undefined>): LogLevel {
  const wanted = source.LOG_LEVEL?.trim();
  return logLevels.find((level) => level === wanted) ?? 'info';
}

/**
 * This process's logger. It writes to standard error, at once: a command's standard output is its
 * result, and a line is out before the process ends.
 */
export const log: Logger = createLogger(levelIn(process.env), (line) => void process.stderr.write(line));
