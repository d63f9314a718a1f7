/**
 * The check of a whole document before it is captured: the shape the official schema asks for, then
 * the rules it does not know. What passes can be trusted downstream.
 */
import { eventFaults } from './event-rules.ts';
import { documentHead, event as eventShape, queryDocumentHead } from './event-shape.ts';
import type { EpcisEvent } from './event.ts';
import { checkHistory } from './history.ts';
import { isRecord } from './json.ts';
import type { Problem, Rule } from './problem.ts';
import { DEEPEST, isShallow, type Shape } from './shape.ts';

/** The JSON-LD context that explains the words of EPCIS and the CBV. */
export const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

/** A document that may be captured: its events, each with the context of names of its own. */
export interface CheckedDocument {
  type: string;
  events: EpcisEvent[];
}

export type DocumentAnswer = { ok: true; document: CheckedDocument } | { ok: false; problems: Problem[] };

/**
 * Checks an EPCISDocument, an EPCISQueryDocument, or a single event with its '@context'.
 * @param now ms since 1970
 * @param earlier events of the same things, and with the same eventIDs, that are known already
 */
export function checkDocument(
  json: unknown,
  now: number,
  earlier: readonly EpcisEvent[] = [],
): DocumentAnswer {
  const problems: Problem[] = [];
  const tell = (event: number | null, eventID: string | null, rule: Rule) => {
    return (field: string, message: string) => problems.push({ event, eventID, field, rule, message });
  };
  const atHead = tell(null, null, 'shape');
  if (!isRecord(json))
    return refused({
      field: 'type',
      message: 'is missing: a document is a JSON object with a type',
    });
  if (!isShallow(json))
    return refused({ field: 'epcisBody', message: `nests deeper than ${DEEPEST} levels` });

  const head = headOf(json);
  head.shape(json, '', atHead);
  if (json.schemaVersion !== undefined && !/^2\.0(?:\.\d+)?$/.test(String(json.schemaVersion))) {
    tell(
      null,
      null,
      'schema-version',
    )(
      'schemaVersion',
      `is ${JSON.stringify(json.schemaVersion)}: only documents of EPCIS 2.0 can be read here`,
    );
  }
  const found = head.events(json);
  const events: EpcisEvent[] = [];
  found.forEach((value, at) => {
    const eventID = isRecord(value) && typeof value.eventID === 'string' ? value.eventID : null;
    const before = problems.length;
    eventShape(value, '', tell(at + 1, eventID, 'shape'));
    if (problems.length > before) return;
    const event = value as EpcisEvent;
    events.push(withContext(event, json['@context']));
    for (const { field, rule, message } of eventFaults(event, now)) {
      tell(at + 1, eventID, rule)(field, message);
    }
  });
  // Places in the list are only right for the history while no event fell out above.
  if (events.length === found.length) problems.push(...checkHistory(events, earlier));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, document: { type: String(json.type), events } };
}

function refused({ field, message }: { field: string; message: string }): DocumentAnswer {
  return { ok: false, problems: [{ event: null, eventID: null, field, rule: 'shape', message }] };
}

interface Head {
  shape: Shape;
  events: (json: Record<string, unknown>) => unknown[];
}

function headOf(json: Record<string, unknown>): Head {
  if (json.type === 'EPCISDocument') {
    return { shape: documentHead, events: (one) => listAt(one, ['epcisBody', 'eventList']) };
  }
  if (json.type === 'EPCISQueryDocument') {
    const path = ['epcisBody', 'queryResults', 'resultsBody', 'eventList'];
    return { shape: queryDocumentHead, events: (one) => listAt(one, path) };
  }
  return {
    shape: (value, _field, tell) => {
      if (isRecord(value) && value['@context'] === undefined) tell('@context', 'is missing');
    },
    events: (one) => [one],
  };
}

function listAt(json: Record<string, unknown>, path: readonly string[]): unknown[] {
  let at: unknown = json;
  for (const name of path) at = isRecord(at) ? at[name] : undefined;
  return Array.isArray(at) ? at : [];
}

/** An event that uses names of its own carries their explanation with it, whatever it stands in. */
function withContext(event: EpcisEvent, context: unknown): EpcisEvent {
  const own = [context, event['@context']].flat().filter((one) => one !== undefined && one !== EPCIS_CONTEXT);
  if (own.length === 0) {
    const { '@context': _, ...rest } = event;
    return rest as EpcisEvent;
  }
  return { ...event, '@context': unique(own) };
}

function unique(values: unknown[]): unknown[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = JSON.stringify(value);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/** An EPCISDocument of events; `creationDate` is an ISO instant. */
export function epcisDocument(events: readonly EpcisEvent[], creationDate: string): object {
  return { ...envelope('EPCISDocument', creationDate), epcisBody: { eventList: events } };
}

/** The answer to a SimpleEventQuery (EPCIS 2.0.1, 8.2.7.1). */
export function epcisQueryDocument(events: readonly EpcisEvent[], creationDate: string): object {
  return {
    ...envelope('EPCISQueryDocument', creationDate),
    epcisBody: {
      queryResults: { queryName: 'SimpleEventQuery', resultsBody: { eventList: events } },
    },
  };
}

function envelope(type: string, creationDate: string): object {
  return { '@context': [EPCIS_CONTEXT], type, schemaVersion: '2.0', creationDate };
}
