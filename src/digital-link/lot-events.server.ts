import { dictionary } from '../i18n/index.ts';
import { cacheControl } from '../http/cache-control.ts';
import type { ClientRequest } from '../http/client-address.ts';
import { countRequest } from '../http/rate-limits.ts';
import { fetchLotEvents } from '../medusa-client/lot-routes.ts';
import type { MedusaConnection } from '../medusa-client/connection.ts';

const OPEN = { 'access-control-allow-origin': '*' };

/**
 * The public history of a lot as EPCIS 2.0 in JSON-LD, for programs anywhere: 200, 404 for a lot
 * that is not registered, 429 for a network that asked too often, 503 while it cannot be looked up.
 * Refusals are JSON in both languages.
 */
export async function lotEventsAnswer(
  medusa: MedusaConnection,
  lot: string,
  client: ClientRequest,
): Promise<Response> {
  const { limited, retryAfterSeconds } = countRequest('lotQueries', client);
  if (limited) {
    return refused(429, 'too-many-requests', 'tooMany', {
      'cache-control': cacheControl.never,
      'retry-after': String(retryAfterSeconds),
    });
  }
  const found = await fetchLotEvents(medusa, lot);
  if (found.ok) {
    return new Response(JSON.stringify(found.data), {
      headers: { ...OPEN, 'content-type': 'application/ld+json', 'cache-control': cacheControl.lotHistory },
    });
  }
  if (found.error.type === 'not-found') {
    return refused(404, 'unknown-lot', 'unknownLot', { 'cache-control': cacheControl.lotHistory });
  }
  return refused(503, 'not-available', 'away', { 'cache-control': cacheControl.never });
}

function refused(
  status: number,
  reason: string,
  message: 'tooMany' | 'unknownLot' | 'away',
  headers: Record<string, string>,
): Response {
  const messages = { vi: dictionary('vi').trace[message], en: dictionary('en').trace[message] };
  return Response.json({ reason, message: messages }, { status, headers: { ...OPEN, ...headers } });
}

/** Where the history of a lot is read; also the way from the identifier of a lot without a GTIN. */
export function lotEventsPath(lot: string): string {
  return `/api/epcis/lots/${encodeURIComponent(lot)}`;
}
