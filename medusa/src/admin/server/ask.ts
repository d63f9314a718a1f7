import type { LotChange } from '@ocop/rules/lot-facts';
import type { StampSegment } from '@ocop/rules/stamps/stamp-segment';

/** The one door from the staff screens to the server they are served by. */

/** A field or row at fault, as the routes for trace events name them. */
export interface Problem {
  event?: number | null;
  eventID?: string | null;
  row?: number;
  column?: string;
  field?: string;
  rule?: string;
  /** When goods were made and shipped, ISO 8601. */
  times?: { made: string; shipped: string };
  packs?: { quantity: number; shipped: number };
  message: string;
}

/**
 * A request the server refused: `reason` for programs, `message` the server's own message in English.
 * `signed-out` and `no-answer` are this side's names for a session that is over and for a server
 * that cannot be reached.
 */
export class Refusal extends Error {
  readonly reason: string;
  /** The segment of a range that stands in the way, counted from 0. */
  readonly segment: StampSegment | null;
  readonly problems: readonly Problem[];
  /** What of registered lots would change. */
  readonly changes: readonly LotChange[];
  /** Fields of the request that are not as the server takes them. */
  readonly fields: readonly string[];

  constructor(answer: {
    reason: string;
    message: string;
    segment?: StampSegment | undefined;
    problems?: Problem[];
    changes?: LotChange[];
    fields?: string[];
  }) {
    super(answer.message);
    this.reason = answer.reason;
    this.segment = answer.segment ?? null;
    this.problems = answer.problems ?? [];
    this.changes = answer.changes ?? [];
    this.fields = answer.fields ?? [];
  }
}

/** Where the routes for traceability live. */
export const TRACEABILITY = '/admin/traceability';

/** The answer in JSON; with a `body` it is posted. Throws {@link Refusal}. */
export async function ask<T>(address: string, body?: object): Promise<T> {
  const response = await send(
    address,
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
  );
  return (await response.json()) as T;
}

/** Posts a file as it is. Throws {@link Refusal}. */
export async function sendFile<T>(address: string, file: Blob): Promise<T> {
  const response = await send(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return (await response.json()) as T;
}

/** A response that is no refusal. */
export async function send(address: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(address, { credentials: 'include', ...init }).catch((error: Error) => {
    throw new Refusal({ reason: 'no-answer', message: error.message });
  });
  if (response.ok) return response;
  if (response.status === 401) throw new Refusal({ reason: 'signed-out', message: 'Sign in again.' });
  const answer = (await response.json().catch(() => ({}))) as {
    reason?: string;
    message?: string;
    segment?: StampSegment;
    /** The same in an answer of a release before 0.2, which a rolling update may still run. */
    part?: StampSegment;
    problems?: Problem[];
    changes?: LotChange[];
    fields?: string[];
  };
  throw new Refusal({
    ...answer,
    segment: answer.segment ?? answer.part,
    reason: answer.reason ?? 'unexpected',
    message: answer.message ?? `The server answered ${response.status}.`,
  });
}

/** An address with those of `query` that say something. */
export function withQuery(
  address: string,
  query: Record<string, string | number | boolean | null | undefined>,
): string {
  const said = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  if (said.length === 0) return address;
  return `${address}?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`;
}
