/**
 * What the official JSON schema lets pass in a single event, and must not: identifiers (GS1 General
 * Specifications, 7.9.1 and 3; EPC Tag Data Standard 2.0; Digital Link URI syntax 1.6), times,
 * quantities and vocabulary (EPCIS 2.0.1, 7.3 and 7.4; CBV 2.0, 7.1 and 7.2).
 */
import { CLASS_FIELDS, INSTANCE_FIELDS, type EpcisEvent } from './event.ts';
import { readIdentifier } from './identifier.ts';
import type { Rule } from './problem.ts';
import { bareWord, mayStandTogether } from './vocabulary.ts';

/** Clocks of readers are never quite right: an event may lie this far ahead of ours. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

export interface Fault {
  field: string;
  rule: Rule;
  message: string;
}

/** The faults of one event of the right shape, looked at on its own. `now`: ms since 1970. */
export function eventFaults(event: EpcisEvent, now: number): Fault[] {
  return [
    ...identifierFaults(event),
    ...timeFaults(event, now),
    ...quantityFaults(event),
    ...nothingNamed(event),
    ...wordFaults(event),
  ];
}

function identifierFaults(event: EpcisEvent): Fault[] {
  const faults: Fault[] = [];
  const look = (uri: string, field: string, mustBeInstance: boolean) => {
    const read = readIdentifier(uri);
    if (!read.ok) faults.push({ field, rule: read.rule, message: read.message });
    else if (mustBeInstance && read.level === 'class') {
      const message = `${uri} names a class, not a single thing: it belongs in a quantity list`;
      faults.push({ field, rule: 'class-as-instance', message });
    }
  };
  for (const field of INSTANCE_FIELDS) {
    event[field]?.forEach((uri, at) => look(uri, `${field}[${at}]`, true));
  }
  for (const field of CLASS_FIELDS) {
    event[field]?.forEach(({ epcClass }, at) => look(epcClass, `${field}[${at}].epcClass`, false));
  }
  if (event.parentID !== undefined) look(event.parentID, 'parentID', true);
  if (event.readPoint) look(event.readPoint.id, 'readPoint.id', false);
  if (event.bizLocation) look(event.bizLocation.id, 'bizLocation.id', false);
  event.sourceList?.forEach(({ source }, at) => look(source, `sourceList[${at}].source`, false));
  event.destinationList?.forEach(({ destination }, at) =>
    look(destination, `destinationList[${at}].destination`, false),
  );
  event.bizTransactionList?.forEach(({ bizTransaction }, at) =>
    look(bizTransaction, `bizTransactionList[${at}].bizTransaction`, false),
  );
  return faults;
}

function timeFaults(event: EpcisEvent, now: number): Fault[] {
  if (Date.parse(event.eventTime) <= now + CLOCK_TOLERANCE_MS) return [];
  const message = `${event.eventTime} lies in the future: tell what has happened`;
  return [{ field: 'eventTime', rule: 'time-in-the-future', message }];
}

function quantityFaults(event: EpcisEvent): Fault[] {
  return CLASS_FIELDS.flatMap((field) =>
    (event[field] ?? []).flatMap(({ quantity }, at): Fault[] => {
      if (quantity === undefined || quantity >= 0) return [];
      const message = `${quantity} is less than nothing`;
      return [{ field: `${field}[${at}].quantity`, rule: 'negative-quantity', message }];
    }),
  );
}

/** An empty list of things is no mention of any (7.4.2, 7.4.4); sensor data may stand alone. */
function nothingNamed(event: EpcisEvent): Fault[] {
  const isOfThings = event.type === 'ObjectEvent' || event.type === 'TransactionEvent';
  if (!isOfThings || (event.epcList?.length ?? 0) > 0) return [];
  if ((event.quantityList?.length ?? 0) > 0) return [];
  if (event.epcList === undefined) return [];
  const ended = event.type === 'TransactionEvent' && event.action === 'DELETE';
  const sensed = Array.isArray(event.sensorElementList) && event.sensorElementList.length > 0;
  if (ended || (sensed && event.type === 'ObjectEvent')) return [];
  const message = 'is empty and no quantityList names anything: say what the event is about';
  return [{ field: 'epcList', rule: 'nothing-named', message }];
}

function wordFaults({ bizStep, disposition }: EpcisEvent): Fault[] {
  if (bizStep === undefined || disposition === undefined) return [];
  if (mayStandTogether(bizStep, disposition)) return [];
  const message =
    `'${bareWord(disposition)}' cannot be the outcome of '${bareWord(bizStep)}': ` + 'correct one of the two';
  return [{ field: 'disposition', rule: 'step-and-disposition', message }];
}
