import { EPCIS_CONTEXT } from '../document.ts';
import type { EpcisEvent } from '../event.ts';

/** The moment the tests take for now. */
export const NOW = Date.parse('2026-11-22T03:00:00Z');

/** A valid document of these events. */
export function documentOf(...eventList: object[]) {
  return {
    '@context': [EPCIS_CONTEXT],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-11-22T02:00:00Z',
    epcisBody: { eventList },
  };
}

/** A valid event: a lot and one item of it are seen leaving. GTIN and GLN are GS1's examples. */
export function plainEvent(changes: Partial<EpcisEvent> = {}): EpcisEvent {
  return {
    type: 'ObjectEvent',
    eventID: 'urn:uuid:0c9e8b0e-6a57-4a09-9c28-3b6a4d1f0a01',
    eventTime: '2026-11-20T08:00:00+07:00',
    eventTimeZoneOffset: '+07:00',
    action: 'OBSERVE',
    bizStep: 'shipping',
    disposition: 'in_transit',
    epcList: ['https://ocop.example/01/09506000134352/21/A1'],
    quantityList: [{ epcClass: 'https://ocop.example/01/09506000134352/10/L1', quantity: 12 }],
    readPoint: { id: 'https://ocop.example/414/9506000134352' },
    ...changes,
  };
}
