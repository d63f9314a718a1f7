import { dictionary } from '../i18n/index.ts';
import { fetchLotEvents } from '../medusa-client/lot-routes.ts';
import type { MedusaConnection } from '../medusa-client/connection.ts';

const OPEN = { 'access-control-allow-origin': '*' };
const MINUTE = 'public, max-age=60';

/**
 * The public history of a lot as EPCIS 2.0 in JSON-LD, for programs anywhere: 200, 404 for a lot
 * that is not registered, 503 while it cannot be looked up. Refusals are JSON in both languages.
 */
export async function lotEventsAnswer(medusa: MedusaConnection, lot: string): Promise<Response> {
  const found = await fetchLotEvents(medusa, lot);
  if (found.ok) {
    return new Response(JSON.stringify(found.data), {
      headers: { ...OPEN, 'content-type': 'application/ld+json', 'cache-control': MINUTE },
    });
  }
  const unknown = found.error.type === 'not-found';
  const words = unknown ? 'unknownLot' : 'away';
  const message = { vi: dictionary('vi').trace[words], en: dictionary('en').trace[words] };
  const body = { reason: unknown ? 'unknown-lot' : 'not-available', message };
  return Response.json(body, {
    status: unknown ? 404 : 503,
    headers: { ...OPEN, 'cache-control': unknown ? MINUTE : 'no-store' },
  });
}

/** Where the history of a lot is read; also the way from the identifier of a lot without a GTIN. */
export function lotEventsPath(lot: string): string {
  return `/api/epcis/lots/${encodeURIComponent(lot)}`;
}
