import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { signIn } from '../../scripts/commerce/admin-user.ts';
import { epcisDocument } from '../../src/rules/epcis/document.ts';
import type { EpcisEvent } from '../../src/rules/epcis/event.ts';
import { official } from '../../src/rules/epcis/testing/official.ts';
import { testStack } from './stack.ts';
import { lotWith, registerLots, type LotFields } from './stamped-lot.ts';

/** GS1's example of a trade item; the lots of these tests are its lots. */
export const GTIN = '09506000134352';

interface Answer {
  status: number;
  type: string;
  // The answers have many shapes; each expectation names the one it means.
  body: Record<string, never> & { problems?: object[] };
}

let signedIn: Promise<string> | undefined;

/** Sends a request below `/admin/traceability/events` as a member of staff. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const { medusaUrl, adminEmail, adminPassword } = testStack();
  signedIn ??= signIn(medusaUrl, adminEmail, adminPassword);
  const headers = { authorization: `Bearer ${await signedIn}`, ...init.headers };
  return fetch(`${medusaUrl}/admin/traceability/events${path}`, { ...init, headers });
}

/** The same, for a JSON answer; a body makes it a POST. */
export async function ask(
  path: string,
  body?: string | Uint8Array,
  type = 'application/ld+json',
): Promise<Answer> {
  const post = { method: 'POST', body, headers: { 'content-type': type } };
  const answer = await send(path, body === undefined ? {} : (post as RequestInit));
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    body: (await answer.json()) as Answer['body'],
  };
}

/** Captures events as one document. */
export function capture(...events: EpcisEvent[]): Promise<Answer> {
  return ask('', JSON.stringify(epcisDocument(events, new Date().toISOString())));
}

/** Captures one step as the form sends it. */
export function type(fields: object): Promise<Answer> {
  return ask('/form', JSON.stringify(fields), 'application/json');
}

/** A registered lot nobody else uses. */
export async function newLot(fields: LotFields = {}): Promise<string> {
  const lot = lotWith({ gtin: GTIN, ...fields });
  await registerLots([lot]);
  return lot.code;
}

/** A valid event about a lot. */
export function eventOf(lot: string, changes: Partial<EpcisEvent> = {}): EpcisEvent {
  return {
    type: 'ObjectEvent',
    eventID: `urn:uuid:${randomUUID()}`,
    eventTime: '2025-03-01T08:00:00+07:00',
    eventTimeZoneOffset: '+07:00',
    action: 'OBSERVE',
    bizStep: 'shipping',
    disposition: 'in_transit',
    quantityList: [{ epcClass: `https://id.gs1.org/01/${GTIN}/10/${lot}`, quantity: 5 }],
    ...changes,
  };
}

interface QueryAnswer {
  epcisBody: { queryResults: { resultsBody: { eventList: EpcisEvent[] } } };
}

/** The events a query finds; its answer is held against the official schema. */
export async function eventsOf(query: string): Promise<EpcisEvent[]> {
  const { status, type: sent, body } = await ask(`?${query}`);
  expect({ status, sent: sent.split(';')[0] }).toEqual({
    status: 200,
    sent: 'application/ld+json',
  });
  if (official) expect(official.check(body)).toEqual({ ok: true, why: '' });
  return (body as unknown as QueryAnswer).epcisBody.queryResults.resultsBody.eventList;
}
