/**
 * The shape of events and documents in JSON-LD, as the official JSON schema of EPCIS 2.0.1 has it
 * (https://ref.gs1.org/standards/epcis/2.0.1/epcis-json-schema.json).
 */
import { isRecord } from './json.ts';
import {
  any,
  boolean,
  either,
  list,
  matching,
  moment,
  number,
  object,
  oneOf,
  text,
  uri,
  wordOrUri,
  type Shape,
  type Tell,
} from './shape.ts';
import * as cbv from './vocabulary.ts';

const RESERVED = /^(?:urn:epcglobal:cbv|https?:\/\/ns\.gs1\.org\/cbv\/)/;
const OLD_WEB_VOCABULARY = /^https?:\/\/(?:www\.)?gs1\.org\/voc\//;
const word = (words: ReadonlySet<string>) => wordOrUri(words, RESERVED);

const context: Shape = either(
  uri,
  object({ fields: {}, others: 'anything' }),
  list(either(uri, object({ fields: {}, others: 'anything' })), 0, true),
);
const epcs = list(uri);
const differentEpcs = list(uri, 0, true);
const quantities = list(
  object({
    fields: {
      epcClass: uri,
      quantity: number,
      uom: matching(/^[A-Z0-9]{2,3}$/, 'a unit of UN/ECE Recommendation 20, such as KGM'),
    },
    required: ['epcClass'],
    others: 'nothing',
  }),
);
const place = object({ fields: { id: uri }, required: ['id'], others: 'anything' });
const disposition = word(cbv.DISPOSITIONS);
const dispositions = list(disposition, 1, true);
const typed = (name: string, types: ReadonlySet<string>, required: string[]) =>
  list(object({ fields: { type: word(types), [name]: uri }, required, others: 'nothing' }));

const sensorMetadata = object({
  fields: {
    time: moment,
    deviceID: uri,
    deviceMetadata: uri,
    rawData: uri,
    startTime: moment,
    endTime: moment,
    dataProcessingMethod: uri,
    bizRules: uri,
  },
  others: 'extension',
});
const sensorReport = object({
  fields: {
    type: wordOrUri(cbv.MEASUREMENTS, OLD_WEB_VOCABULARY),
    exception: wordOrUri(cbv.SENSOR_ALERTS, OLD_WEB_VOCABULARY),
    deviceID: uri,
    deviceMetadata: uri,
    rawData: uri,
    dataProcessingMethod: uri,
    bizRules: uri,
    time: moment,
    microorganism: uri,
    chemicalSubstance: uri,
    coordinateReferenceSystem: uri,
    value: number,
    component: word(cbv.SENSOR_COMPONENTS),
    stringValue: text,
    booleanValue: boolean,
    hexBinaryValue: matching(/^[A-Fa-f0-9]+$/, 'hexadecimal digits'),
    uriValue: uri,
    minValue: number,
    maxValue: number,
    meanValue: number,
    sDev: number,
    percRank: number,
    percValue: number,
    uom: text,
  },
  required: ['type'],
  others: 'extension',
});
const sensorElements = list(
  object({
    fields: { sensorMetadata, sensorReport: list(sensorReport, 1) },
    required: ['sensorReport'],
    others: 'extension',
  }),
);

const common: Readonly<Record<string, Shape>> = {
  '@context': context,
  type: text,
  eventTime: moment,
  recordTime: moment,
  eventTimeZoneOffset: matching(/^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/, "an offset such as '+07:00'"),
  eventID: uri,
  certificationInfo: either(uri, list(uri)),
  errorDeclaration: object({
    fields: {
      declarationTime: moment,
      reason: word(cbv.ERROR_REASONS),
      correctiveEventIDs: list(uri),
    },
    required: ['declarationTime'],
    others: 'extension',
  }),
};
const circumstances: Readonly<Record<string, Shape>> = {
  bizStep: word(cbv.BIZ_STEPS),
  disposition,
  persistentDisposition: either(
    object({
      fields: { set: dispositions, unset: dispositions },
      required: ['set'],
      others: 'nothing',
    }),
    object({
      fields: { set: dispositions, unset: dispositions },
      required: ['unset'],
      others: 'nothing',
    }),
  ),
  readPoint: place,
  bizLocation: place,
  bizTransactionList: typed('bizTransaction', cbv.BIZ_TRANSACTION_TYPES, ['bizTransaction']),
  sourceList: typed('source', cbv.SOURCE_DESTINATION_TYPES, ['type', 'source']),
  destinationList: typed('destination', cbv.SOURCE_DESTINATION_TYPES, ['type', 'destination']),
  sensorElementList: sensorElements,
};
const action = oneOf(new Set(['ADD', 'OBSERVE', 'DELETE']));
const ilmd = object({ fields: {}, others: 'extension' });
const always = ['type', 'eventTime', 'eventTimeZoneOffset'];
const eventObject = (fields: Record<string, Shape>, required: string[]) =>
  object({
    fields: { ...common, ...circumstances, ...fields },
    required: [...always, ...required],
    others: 'extension',
  });

const family = { parentID: uri, childEPCs: epcs, childQuantityList: quantities, action };
const shapes: Readonly<Record<string, Shape>> = {
  ObjectEvent: eventObject({ epcList: differentEpcs, quantityList: quantities, action, ilmd }, ['action']),
  AggregationEvent: eventObject(family, ['action']),
  AssociationEvent: eventObject(family, ['action', 'parentID']),
  TransactionEvent: eventObject({ parentID: uri, epcList: epcs, quantityList: quantities, action }, [
    'action',
    'bizTransactionList',
  ]),
  TransformationEvent: eventObject(
    {
      inputEPCList: differentEpcs,
      inputQuantityList: quantities,
      outputEPCList: differentEpcs,
      outputQuantityList: quantities,
      transformationID: uri,
      ilmd,
    },
    [],
  ),
};
/** Events of a type of one's own: the type is a URI, the rest is theirs. */
const extendedEvent = object({
  fields: { ...common, type: uri },
  required: always,
  others: 'anything',
});

/** The shape of one event, by its type. */
export const event: Shape = (value, field, tell) => {
  if (!isRecord(value)) return tell('type', 'is missing: an event is an object with a type');
  const shape = typeof value.type === 'string' ? shapes[value.type] : undefined;
  (shape ?? extendedEvent)(value, field, tell);
  if (shape) whatIsNamed(value, tell);
};

/** Which of its things an event must name, by its type. */
function whatIsNamed(event: Record<string, unknown>, tell: Tell): void {
  const holds = (name: string) => Array.isArray(event[name]) && event[name].length > 0;
  const has = (name: string) => event[name] !== undefined;
  switch (event.type) {
    case 'ObjectEvent': {
      const sensed = holds('sensorElementList') && has('readPoint');
      if (!has('epcList') && !holds('quantityList') && !sensed) {
        tell('epcList', 'is missing, and quantityList names nothing either');
      }
      if (has('ilmd') && event.action !== 'ADD') tell('ilmd', 'goes with action ADD alone');
      return;
    }
    case 'TransactionEvent':
      if (has('bizTransactionList') && !holds('bizTransactionList')) {
        tell('bizTransactionList', 'should name at least one transaction');
      }
      if (!has('epcList') && !holds('quantityList') && event.action !== 'DELETE') {
        tell('epcList', 'is missing, and quantityList names nothing either');
      }
      return;
    case 'AggregationEvent':
    case 'AssociationEvent':
      if (!holds('childEPCs') && !holds('childQuantityList') && event.action !== 'DELETE') {
        tell('childEPCs', 'names nothing, and childQuantityList does not either');
      }
      return;
    case 'TransformationEvent': {
      const inputs = holds('inputEPCList') || holds('inputQuantityList');
      const outputs = holds('outputEPCList') || holds('outputQuantityList');
      if (has('transformationID') ? inputs || outputs : inputs && outputs) return;
      const missing = outputs ? 'inputQuantityList' : 'outputQuantityList';
      tell(missing, 'names nothing: inputs and outputs belong together, or a transformationID');
    }
  }
}

const master = object({
  fields: {
    epcisMasterData: object({ fields: { vocabularyList: list(any) }, others: 'anything' }),
  },
  others: 'extension',
});
const head: Readonly<Record<string, Shape>> = {
  '@context': context,
  id: uri,
  type: text,
  schemaVersion: matching(/^\d+(?:\.\d+)*$/, "'2.0'"),
  creationDate: moment,
};

/** An EPCISDocument without its events, which are looked at one by one. */
export const documentHead: Shape = object({
  fields: {
    ...head,
    instanceIdentifier: text,
    sender: text,
    receiver: text,
    epcisHeader: master,
    epcisBody: object({
      fields: { eventList: list(any) },
      required: ['eventList'],
      others: 'anything',
    }),
  },
  required: ['@context', 'type', 'schemaVersion', 'creationDate', 'epcisBody'],
  others: 'extension',
});

/** An EPCISQueryDocument without its events. */
export const queryDocumentHead: Shape = object({
  fields: {
    ...head,
    epcisBody: object({
      fields: {
        queryResults: object({
          fields: {
            queryName: text,
            subscriptionID: text,
            resultsBody: object({
              fields: { eventList: list(any), vocabularyList: list(any) },
              required: ['eventList'],
              others: 'extension',
            }),
          },
          required: ['queryName', 'resultsBody'],
          others: 'extension',
        }),
      },
      required: ['queryResults'],
      others: 'extension',
    }),
  },
  required: ['@context', 'type', 'epcisBody'],
  others: 'extension',
});
