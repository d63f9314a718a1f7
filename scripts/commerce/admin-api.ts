import type { z } from 'zod';

/** Medusa refused, broke or could not be reached; the message says what to do about it. */
export class CommerceError extends Error {
  /** HTTP status; null when no answer came. */
  readonly status: number | null;

  constructor(message: string, status: number | null) {
    super(message);
    this.name = 'CommerceError';
    this.status = status;
  }
}

/** Who calls: a secret API key for scripts, or the token of a staff log-in. */
export type AdminCredential = { key: string } | { token: string };

type Query = Record<string, string | number | readonly string[]>;

/** Medusa's Admin API. Every answer passes the schema given; every failure is a `CommerceError`. */
export interface AdminApi {
  get<T>(schema: z.ZodType<T>, path: string, query?: Query): Promise<T>;
  post<T>(schema: z.ZodType<T>, path: string, body: object, query?: Query): Promise<T>;
}

/** A batch of a hundred products takes seconds on a small machine; a minute means it is stuck. */
const DEADLINE_MS = 120_000;

/** Speaks to the Admin API at `url`; `credential` null for the log-in itself. */
export function adminApi(url: string, credential: AdminCredential | null): AdminApi {
  async function call<T>(
    schema: z.ZodType<T>,
    method: 'GET' | 'POST',
    path: string,
    query: Query,
    body?: object,
  ): Promise<T> {
    const address = new URL(path, url);
    for (const [name, value] of Object.entries(query)) {
      for (const one of [value].flat()) {
        address.searchParams.append(Array.isArray(value) ? `${name}[]` : name, String(one));
      }
    }
    const answer = await send(address, method, credential, body);
    const parsed = schema.safeParse(await answer.json());
    if (parsed.success) return parsed.data;
    throw new CommerceError(
      `Medusa answered ${method} ${path} in a shape this version does not know ` +
        `(${parsed.error.issues[0]?.path.join('.')}). Run the Medusa this repository pins.`,
      answer.status,
    );
  }

  return {
    get: (schema, path, query = {}) => call(schema, 'GET', path, query),
    post: (schema, path, body, query = {}) => call(schema, 'POST', path, query, body),
  };
}

async function send(
  address: URL,
  method: string,
  credential: AdminCredential | null,
  body: object | undefined,
): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(address, {
      method,
      headers: { ...authorization(credential), 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
  } catch (error) {
    throw new CommerceError(
      `Medusa at ${address.origin} does not answer (${reasonOf(error)}). ` +
        'Start it with `npm start`, or set MEDUSA_URL to where it runs.',
      null,
    );
  }
  if (answer.ok) return answer;
  const said = await answer.text();
  throw new CommerceError(refusal(method, address.pathname, answer.status, said), answer.status);
}

function authorization(credential: AdminCredential | null): Record<string, string> {
  if (credential === null) return {};
  if ('token' in credential) return { authorization: `Bearer ${credential.token}` };
  return { authorization: `Basic ${Buffer.from(`${credential.key}:`).toString('base64')}` };
}

function refusal(method: string, path: string, status: number, said: string): string {
  if (status === 401) {
    return `Medusa does not accept this key or log-in (${method} ${path}). Check MEDUSA_ADMIN_KEY.`;
  }
  const parsed: unknown = parseJson(said);
  const hasMessage = typeof parsed === 'object' && parsed !== null && 'message' in parsed;
  const reason = hasMessage ? String(parsed.message) : said.slice(0, 300);
  return `Medusa refused ${method} ${path} (${status}): ${reason}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.name === 'TimeoutError' ? `no answer within ${DEADLINE_MS / 1000} s` : error.message;
}
