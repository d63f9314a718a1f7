/**
 * Events of EPCIS 2.0 in their JSON-LD form (GS1 EPCIS 2.0.1, chapter 7 and §10): what happened to
 * which things, when, where and why. Only the fields that rules of ours read are named; everything
 * else that a checked event may carry (sensor data, extensions) rides along unread.
 */

export type Action = 'ADD' | 'OBSERVE' | 'DELETE';

/** So much of a class of things. Without `uom` (UN/ECE Rec. 20 code) the quantity counts pieces. */
export interface QuantityElement {
  epcClass: string;
  quantity?: number;
  uom?: string;
}

/** One event. Times are RFC 3339; identifiers are EPC URNs, GS1 Digital Links or other URIs. */
export interface EpcisEvent {
  [extension: string]: unknown;
  '@context'?: unknown;
  type: string;
  eventTime: string;
  eventTimeZoneOffset: string;
  eventID?: string;
  recordTime?: string;
  action?: Action;
  bizStep?: string;
  disposition?: string;
  epcList?: string[];
  quantityList?: QuantityElement[];
  parentID?: string;
  childEPCs?: string[];
  childQuantityList?: QuantityElement[];
  inputEPCList?: string[];
  inputQuantityList?: QuantityElement[];
  outputEPCList?: string[];
  outputQuantityList?: QuantityElement[];
  readPoint?: { id: string };
  bizLocation?: { id: string };
  bizTransactionList?: { type?: string; bizTransaction: string }[];
  sourceList?: { type: string; source: string }[];
  destinationList?: { type: string; destination: string }[];
  /** Present on an event that takes an earlier one with the same eventID back (§7.4.1.4). */
  errorDeclaration?: { declarationTime: string; reason?: string; correctiveEventIDs?: string[] };
}

/** The fields of an event that name single things (EPCs), and those that name classes of things. */
export const INSTANCE_FIELDS = ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList'] as const;
export const CLASS_FIELDS = [
  'quantityList',
  'childQuantityList',
  'inputQuantityList',
  'outputQuantityList',
] as const;

/** Every identifier of a thing in the event as it is written there: parent, instances, classes. */
export function thingsOf(event: EpcisEvent): string[] {
  const things = event.parentID === undefined ? [] : [event.parentID];
  for (const field of INSTANCE_FIELDS) things.push(...(event[field] ?? []));
  for (const field of CLASS_FIELDS) {
    for (const { epcClass } of event[field] ?? []) things.push(epcClass);
  }
  return things;
}

/** What went into a transformation, as it is written there; empty for other events. */
export function inputsOf(event: EpcisEvent): string[] {
  const classes = (event.inputQuantityList ?? []).map(({ epcClass }) => epcClass);
  return [...(event.inputEPCList ?? []), ...classes];
}
