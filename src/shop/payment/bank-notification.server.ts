import { medusa } from '../../medusa-client/medusa.server.ts';
import {
  NOTIFICATION_LIMIT,
  signatureHeaders,
  tellOfTransfers,
  type NotificationOutcome,
} from '../../medusa-client/payment.ts';
import { cacheControl } from '../../http/cache-control.ts';
import type { ClientRequest } from '../../http/client-address.ts';
import { countRequest, uncountRequest } from '../../http/rate-limits.ts';

const statuses: Readonly<Record<NotificationOutcome, number>> = {
  taken: 200,
  refused: 401,
  unreadable: 422,
  off: 404,
};

/**
 * Takes what a service that reads the seller's account tells, and hands it on unchanged: its signature is judged by
 * Medusa, which has the secrets. 200 only once it is kept there; any other answer has the service tell it again.
 */
export async function answerBankNotification(
  request: Request,
  service: string,
  client: ClientRequest,
): Promise<Response> {
  const now = Date.now();
  const { limited, retryAfterSeconds } = countRequest('bankNotifications', client, now);
  if (limited) return answer(429, 'too-many', { 'retry-after': String(retryAfterSeconds) });
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return answer(415, 'not-json');
  const body = Buffer.from(await request.arrayBuffer());
  if (body.length > NOTIFICATION_LIMIT) return answer(413, 'too-large');
  const headers = Object.fromEntries(
    signatureHeaders.flatMap((name) => {
      const value = request.headers.get(name);
      return value === null ? [] : [[name, value.slice(0, 1_000)]];
    }),
  );
  const told = await tellOfTransfers(medusa(), service, { headers, body: body.toString('base64') });
  if (!told.ok) return answer(503, 'not-kept', { 'retry-after': '60' });
  // Whoever signs is not counted, however much there is to tell.
  if (told.data === 'taken') uncountRequest('bankNotifications', client, now);
  return answer(statuses[told.data], told.data);
}

function answer(status: number, outcome: string, headers: Record<string, string> = {}): Response {
  // SePay counts an answer as heard by this field.
  return Response.json(
    { success: status === 200, outcome },
    { status, headers: { 'cache-control': cacheControl.never, ...headers } },
  );
}
