import { SESSION_HEADER } from '@ocop/contract/people';
import type { z } from 'zod';
import { caller } from './call.ts';
import { failure } from './result.ts';
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
  /** Whoever asks, by the token of the session. */
  session?: string;
  /** Milliseconds until the caller stops waiting; the request may still be carried out. */
  deadlineMs?: number;
}

/** The site's way to Medusa: the Store API with the publishable key, its own routes with the site key. */
export interface MedusaConnection {
  store<T>(schema: z.ZodType<T>, path: string, options?: CallOptions): Promise<Result<T>>;
  site<T>(schema: z.ZodType<T>, path: string, options?: CallOptions): Promise<Result<T>>;
}

/** A person is waiting for a page: past this the page goes on without the answer. Changes take longer. */
const DEADLINE_MS = { GET: 4_000, POST: 8_000, DELETE: 8_000 } as const;

/**
 * Connects the site to Medusa. Every call has a deadline, every answer passes a schema, and every
 * failure comes back as a named value.
 * @param address `null` when this site runs without a Medusa: every call answers `not-configured`
 */
export function connectMedusa(address: MedusaAddress | null): MedusaConnection {
  if (address === null) {
    const absent = () => Promise.resolve(failure('not-configured'));
    return { store: absent, site: absent };
  }
  const medusa = caller(address.url);
  const call = <T>(
    schema: z.ZodType<T>,
    path: string,
    { method = 'GET', body, query, deadlineMs = DEADLINE_MS[method] }: CallOptions,
    keys: Record<string, string>,
  ) => {
    const headers = { 'x-publishable-api-key': address.publishableKey, ...keys };
    return medusa.json(schema, { method, path, headers, body, query, deadlineMs });
  };
  return {
    store: (schema, path, options = {}) => call(schema, `/store/${path}`, options, {}),
    site: (schema, path, options = {}) =>
      call(schema, `/site/${path}`, options, {
        'x-site-key': address.siteKey,
        ...(options.session === undefined ? {} : { [SESSION_HEADER]: options.session }),
      }),
  };
}
