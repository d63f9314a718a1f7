import Medusa, { FetchError } from '@medusajs/js-sdk';
import type { FetchArgs } from '@medusajs/js-sdk';
import type { z } from 'zod';
import { codeOf, errorTypeOfStatus, errorTypeOfThrown, failure, success } from './result.ts';
import type { Result } from './result.ts';

/** One request to Medusa, whoever sends it. */
export interface Call {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** Keys and log-ins among them. */
  headers: Record<string, string>;
  body?: object | undefined;
  query?: Record<string, unknown> | undefined;
  /** Milliseconds until the caller stops waiting; the request may still be carried out. */
  deadlineMs: number;
}

/** The one way to Medusa: its JS SDK, with a deadline on every call and every failure as a named value. */
export interface Caller {
  /** The answer in JSON, held to `schema`. */
  json<T>(schema: z.ZodType<T>, call: Call): Promise<Result<T>>;
  /** The answer as it comes, for files; the deadline includes reading its body. */
  raw(call: Call): Promise<Result<Response>>;
}

/** @param url Medusa's origin */
export function caller(url: string): Caller {
  const sdk = new Medusa({ baseUrl: url });

  async function send(call: Call): Promise<Result<unknown>> {
    const { method, headers, body, query, deadlineMs } = call;
    const args: FetchArgs = { method, headers, signal: AbortSignal.timeout(deadlineMs) };
    if (body) args.body = body as NonNullable<FetchArgs['body']>;
    if (query) args.query = query;
    try {
      return success(await sdk.client.fetch<unknown>(call.path, args));
    } catch (error) {
      if (error instanceof FetchError) {
        const status = error.status ?? 500;
        return failure(errorTypeOfStatus(status), { status, detail: error.message });
      }
      // The SDK lets a body that is not JSON through as a SyntaxError: it came, but not as agreed.
      if (error instanceof SyntaxError) return failure('bad-answer', { detail: 'no JSON' });
      const type = errorTypeOfThrown(error);
      const detail = type === 'timeout' ? `no answer within ${deadlineMs / 1_000} s` : codeOf(error);
      return failure(type, { detail: detail ?? String(error) });
    }
  }

  return {
    async json(schema, call) {
      const answer = await send(call);
      if (!answer.ok) return answer;
      const parsed = schema.safeParse(answer.data);
      if (parsed.success) return success(parsed.data);
      return failure('bad-answer', { detail: parsed.error.issues[0]?.path.join('.') ?? 'its shape' });
    },
    async raw(call) {
      // The SDK reads the body of what is asked for as JSON, and of nothing else.
      const headers = { ...call.headers, accept: 'application/octet-stream' };
      return (await send({ ...call, headers })) as Result<Response>;
    },
  };
}
