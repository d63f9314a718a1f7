import type { z } from 'zod';
import {
  connectAdmin,
  type AdminConnection,
  type AdminCredential,
} from '../../src/medusa-client/admin-connection.ts';
import type { EdgeError, Result } from '../../src/medusa-client/result.ts';

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

type Query = Parameters<AdminConnection['download']>[1];

/** The Admin API for a command that ends where something fails: failures are thrown as `CommerceError`. */
export interface AdminApi {
  get<T>(schema: z.ZodType<T>, path: string, query?: Query): Promise<T>;
  post<T>(schema: z.ZodType<T>, path: string, body: object, query?: Query): Promise<T>;
  download(path: string, query?: Query): Promise<Response>;
}

/** Speaks to the Admin API at `url`; `credential` null for the log-in itself. */
export function adminApi(url: string, credential: AdminCredential | null): AdminApi {
  const medusa = connectAdmin(url, credential);
  async function data<T>(result: Promise<Result<T>>, request: string): Promise<T> {
    const answer = await result;
    if (answer.ok) return answer.data;
    const { error } = answer;
    throw new CommerceError(explain(error, request, new URL(url).origin), error.status ?? null);
  }
  return {
    get: (schema, path, query) => data(medusa.get(schema, path, query), `GET ${path}`),
    post: (schema, path, body, query) => data(medusa.post(schema, path, body, query), `POST ${path}`),
    download: (path, query) => data(medusa.download(path, query), `GET ${path}`),
  };
}

/** What happened to `request`, and what to do about it. */
function explain({ type, status, detail }: EdgeError, request: string, origin: string): string {
  if (type === 'unauthorised') {
    return `Medusa does not accept this key or log-in (${request}). Check MEDUSA_ADMIN_KEY.`;
  }
  if (type === 'bad-answer') {
    return (
      `Medusa answered ${request} in a shape this version does not know (${detail}). ` +
      'Run the Medusa this repository pins.'
    );
  }
  if (status !== undefined) return `Medusa refused ${request} (${status}): ${detail}`;
  return (
    `Medusa at ${origin} does not answer (${detail}). ` +
    'Start it with `npm start`, or set MEDUSA_URL to where it runs.'
  );
}
