import { describe, expect, it } from 'vitest';
import { eventHashId, preHash } from './event-hash.ts';
import type { EpcisEvent } from './event.ts';
import { plainEvent } from './testing/documents.ts';

const context = ['https://ref.gs1.org/x', { example: 'https://ns.example.com/epcis/' }];
const offset = { eventTimeZoneOffset: '+01:00' };

/**
 * The three reference events of CBV 2.0, 8.9.2, and the hashes that the reference implementation
 * publishes for them (github.com/RalphTro/epcis-event-hash-generator, expected/CBV2.0).
 */
const reference: [hash: string, event: EpcisEvent][] = [
  [
    '6ae96341e0acc6d7a261364751f60e68278a81cdf51da0abb6b4e617014e39d7',
    {
      type: 'ObjectEvent',
      eventTime: '2020-03-04T11:00:30.000+01:00',
      ...offset,
      recordTime: '2020-03-04T11:00:30.999+01:00',
      epcList: ['333', '111', '222'].map((end) => `urn:epc:id:sscc:4012345.0000000${end}`),
      action: 'OBSERVE',
      bizStep: 'departing',
      readPoint: { id: 'urn:epc:id:sgln:4012345.00011.987' },
      'example:myField1': { 'example:mySubField1': '2', 'example:mySubField2': '5' },
      'example:myField2': '0',
      'example:myField3': { 'example:mySubField3': ['3', '1'] },
    },
  ],
  [
    '271565c346ae2fb28c4583c4dca4ab4772d465eb4e0b6e548d77d8b49377d95c',
    {
      type: 'ObjectEvent',
      eventTime: '2020-04-01T15:00:00+01:00',
      ...offset,
      epcList: ['urn:epc:id:sgtin:4012345.011111.9876'],
      action: 'OBSERVE',
      bizStep: 'inspecting',
      readPoint: { id: 'urn:epc:id:sgln:4012345.00005.0' },
      sensorElementList: [
        {
          sensorMetadata: {
            deviceID: 'urn:epc:id:giai:4000001.111',
            deviceMetadata: 'https://id.gs1.org/8004/4000001111',
          },
          sensorReport: [
            { type: 'Temperature', value: 26, sDev: 0.1, uom: 'CEL' },
            { type: 'AbsoluteHumidity', value: 12.1, uom: 'A93' },
            {
              type: 'Dimensionless',
              microorganism: 'https://www.ncbi.nlm.nih.gov/taxonomy/1126011',
              value: 0.05,
              uom: 'C35',
            },
            {
              type: 'Dimensionless',
              chemicalSubstance: 'https://identifiers.org/inchikey:CZMRCDWAGMRECN-UGDNZRGBSA-N',
              value: 0.18,
              uom: 'C35',
            },
          ],
        },
      ],
    },
  ],
  [
    '3ae14c02c4bdc220cc31942cf804f6845eb8dec96ba6483391c92a9b165f9329',
    {
      type: 'ObjectEvent',
      eventTime: '2020-03-04T11:00:30+01:00',
      ...offset,
      epcList: ['urn:epc:id:sgtin:0614141.011111.987'],
      action: 'OBSERVE',
      bizStep: 'departing',
      disposition: 'in_transit',
      readPoint: { id: 'urn:epc:id:sgln:4012345.00011.0', 'example:myField1': 'AB-12' } as never,
      bizTransactionList: [{ type: 'po', bizTransaction: 'urn:epc:id:gdti:4012345.11111.123' }],
      sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:4012345.00000' }],
      destinationList: [{ type: 'owning_party', destination: 'urn:epc:id:pgln:0614141.00000' }],
      'example:userExt': 'CD-34',
    },
  ],
  [
    // Aggregation and quantities: the sixth event of its epcisDocWithVariousEventTypes.
    'cfda50b7ff23682e989bafc3747ac9b752f405305fcde6618280f6be27344f35',
    {
      type: 'AggregationEvent',
      eventTime: '2019-10-21T17:30:56.591+02:00',
      eventTimeZoneOffset: '+02:00',
      parentID: 'urn:epc:id:sscc:4012344.0111111133',
      childQuantityList: [
        { epcClass: 'urn:epc:class:lgtin:4054739.099902.P2', quantity: 12, uom: 'KGM' },
        { epcClass: 'urn:epc:class:lgtin:4054739.012345.lot2', quantity: 17 },
      ],
      action: 'ADD',
      bizStep: 'packing',
      readPoint: { id: 'urn:epc:id:sgln:4012345.00025.0' },
    },
  ],
  [
    // Its twelfth: a transformation with inputs, outputs and ILMD.
    '36ab2ba0e3eac03d14a630148c63c31da00b8c4f1c311f501eb459e89a6e6350',
    {
      type: 'TransformationEvent',
      eventTime: '2019-10-21T14:58:56.591+02:00',
      eventTimeZoneOffset: '+02:00',
      inputEPCList: ['urn:epc:id:sgtin:4012345.011122.25', 'urn:epc:id:sgtin:4000001.065432.99886655'],
      outputEPCList: [25, 26, 27, 28].map((serial) => `urn:epc:id:sgtin:4012345.077889.${serial}`),
      inputQuantityList: [
        { epcClass: 'urn:epc:class:lgtin:4012345.011111.4444', quantity: 10, uom: 'KGM' },
        { epcClass: 'urn:epc:class:lgtin:0614141.077777.987', quantity: 30 },
        { epcClass: 'urn:epc:idpat:sgtin:4012345.066666.*', quantity: 220 },
      ],
      bizStep: 'commissioning',
      readPoint: { id: 'urn:epc:id:sgln:4012345.00001.0' },
      ilmd: { 'example:bestBeforeDate': '2015-11-10', 'example:batch': 'XYZ' },
    },
  ],
];

describe('the hash identifier of an event', () => {
  it.each(reference)('is %s for the published event', (hash, event) => {
    expect(eventHashId(event, context)).toBe(`ni:///sha-256;${hash}?ver=CBV2.0`);
  });

  it('is one for all ways to write the event', () => {
    const event = plainEvent({
      epcList: ['urn:epc:id:sgtin:0614141.107346.1', 'urn:epc:id:sgtin:0614141.107346.2'],
    });
    const rewritten: EpcisEvent = {
      ...Object.fromEntries(Object.entries(event).reverse()),
      ...plainEvent(),
      eventID: 'urn:x:other',
      recordTime: '2026-11-22T00:00:00Z',
      eventTime: '2026-11-20T01:00:00.000Z',
      bizStep: 'https://ref.gs1.org/cbv/BizStep-shipping',
      epcList: ['https://a.vn/01/10614141073464/21/2', 'https://b.vn/01/10614141073464/21/1'],
      errorDeclaration: { declarationTime: '2026-11-21T00:00:00Z' },
    };
    expect(eventHashId(rewritten, null)).toBe(eventHashId(event, null));
  });

  it.each([
    { eventTime: '2026-11-20T08:00:01+07:00' },
    { eventTimeZoneOffset: '+08:00' },
    { bizStep: 'receiving' },
    { epcList: [] },
    { quantityList: [{ epcClass: 'urn:x:1', quantity: 13 }] },
    { 'my:note': 'x' },
  ])('changes with %o', (changes) => {
    expect(eventHashId(plainEvent(changes), null)).not.toBe(eventHashId(plainEvent(), null));
  });

  it('writes a name with its namespace where the context explains the prefix', () => {
    const event = plainEvent({ 'example:note': ' x ' });
    expect(preHash(event, context)).toMatch(/\{https:\/\/ns\.example\.com\/epcis\/\}note=x$/);
    expect(preHash({ ...event, '@context': context }, null)).toBe(preHash(event, context));
    expect(preHash(event, null)).toMatch(/example:note=x$/);
  });
});
