import type { z } from 'zod';
import { caller } from './call.ts';
import type { Result } from './result.ts';

/** Who calls: the secret API key of commands, or the token of a staff log-in. */
export type AdminCredential = { key: string } | { token: string };

type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** Medusa's Admin API, for commands alone: the site's server holds no key for it. */
export interface AdminConnection {
  get<T>(schema: z.ZodType<T>, path: string, query?: Query): Promise<Result<T>>;
  post<T>(schema: z.ZodType<T>, path: string, body: object, query?: Query): Promise<Result<T>>;
  /** A file as it is made. */
  download(path: string, query?: Query): Promise<Result<Response>>;
}

/** A batch of a hundred products takes seconds on a small machine; two minutes mean it is stuck. */
const DEADLINE_MS = 120_000;
/** A file of a million stamps on a slow line. */
const DOWNLOAD_DEADLINE_MS = 3_600_000;

/**
 * Connects a command to the Admin API.
 * @param url Medusa's origin
 * @param credential `null` for the log-in itself
 */
export function connectAdmin(url: string, credential: AdminCredential | null): AdminConnection {
  const medusa = caller(url);
  const headers = authorization(credential);
  return {
    get: (schema, path, query) =>
      medusa.json(schema, { method: 'GET', path, headers, query, deadlineMs: DEADLINE_MS }),
    post: (schema, path, body, query) =>
      medusa.json(schema, { method: 'POST', path, headers, body, query, deadlineMs: DEADLINE_MS }),
    download: (path, query) =>
      medusa.raw({ method: 'GET', path, headers, query, deadlineMs: DOWNLOAD_DEADLINE_MS }),
  };
}

function authorization(credential: AdminCredential | null): Record<string, string> {
  if (credential === null) return {};
  if ('token' in credential) return { authorization: `Bearer ${credential.token}` };
  return { authorization: `Basic ${Buffer.from(`${credential.key}:`).toString('base64')}` };
}
