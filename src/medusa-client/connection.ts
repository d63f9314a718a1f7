import Medusa, { FetchError } from '@medusajs/js-sdk';
import type { FetchArgs } from '@medusajs/js-sdk';
import type { z } from 'zod';
import { errorTypeOfStatus, errorTypeOfThrown, failure, success } from './result.ts';
import type { Result } from './result.ts';

/** Where Medusa is and the two keys the site's server holds for it. They never reach a browser. */
export interface MedusaAddress {
  url: string;
  publishableKey: string;
  siteKey: string;
}

interface CallOptions {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: Record<string, unknown>;
  query?: Record<string, unknown>;
  /** Milliseconds until the caller stops waiting; the request may still be carried out. */
  deadlineMs?: number;
}

/** One way to Medusa: the Store API with the publishable key, the site's own routes with the site key. */
export interface MedusaConnection {
  store<T>(schema: z.ZodType<T>, path: string, options?: CallOptions): Promise<Result<T>>;
  site<T>(schema: z.ZodType<T>, path: string, options?: CallOptions): Promise<Result<T>>;
}

/** A person is waiting for a page: past this the page goes on without the answer. Changes take longer. */
const DEADLINE_MS = { GET: 4_000, POST: 8_000, DELETE: 8_000 } as const;

/**
 * Connects to Medusa through its JS SDK. Every call has a deadline, every answer passes a schema,
 * and every failure comes back as a named value.
 * @param address `null` when this site runs without a Medusa: every call answers `not-configured`
 */
export function connectMedusa(address: MedusaAddress | null): MedusaConnection {
  if (address === null) {
    const absent = () => Promise.resolve(failure('not-configured'));
    return { store: absent, site: absent };
  }
  const sdk = new Medusa({ baseUrl: address.url, publishableKey: address.publishableKey });

  async function call<T>(
    schema: z.ZodType<T>,
    path: string,
    options: CallOptions,
    headers: Record<string, string>,
  ): Promise<Result<T>> {
    const method = options.method ?? 'GET';
    const args: FetchArgs = {
      method,
      headers,
      signal: AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS[method]),
    };
    if (options.body) args.body = options.body;
    if (options.query) args.query = options.query;
    let answer: unknown;
    try {
      answer = await sdk.client.fetch<unknown>(path, args);
    } catch (error) {
      if (error instanceof FetchError) return failure(errorTypeOfStatus(error.status ?? 500));
      // The SDK lets a body that is not JSON through as a SyntaxError: it came, but not as agreed.
      return failure(error instanceof SyntaxError ? 'bad-answer' : errorTypeOfThrown(error));
    }
    const parsed = schema.safeParse(answer);
    return parsed.success ? success(parsed.data) : failure('bad-answer');
  }

  return {
    store: (schema, path, options = {}) => call(schema, `/store/${path}`, options, {}),
    site: (schema, path, options = {}) =>
      call(schema, `/site/${path}`, options, { 'x-site-key': address.siteKey }),
  };
}
