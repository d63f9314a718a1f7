import { describe, expect, it } from 'vitest';
import { checkDocument, epcisDocument } from './document.ts';
import { publicEvents } from './public-event.ts';
import { NOW, plainEvent } from './testing/documents.ts';

const rich = plainEvent({
  'my:note': 'private',
  bizTransactionList: [{ type: 'po', bizTransaction: 'https://partner.example/po/1' }],
  sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:0614141.00777' }],
  destinationList: [
    { type: 'possessing_party', destination: 'urn:epc:id:pgln:0614141.00777' },
    { type: 'location', destination: 'https://ocop.example/tinh/01' },
  ],
});

describe('what anybody may read', () => {
  it('holds goods, places and times, and nothing of single items, papers or partners', () => {
    const [shown] = publicEvents([rich]);
    expect(shown).toEqual({
      type: 'ObjectEvent',
      eventID: rich.eventID,
      eventTime: rich.eventTime,
      eventTimeZoneOffset: '+07:00',
      action: 'OBSERVE',
      bizStep: 'shipping',
      disposition: 'in_transit',
      quantityList: rich.quantityList,
      readPoint: rich.readPoint,
      destinationList: [{ type: 'location', destination: 'https://ocop.example/tinh/01' }],
    });
    const document = epcisDocument(publicEvents([rich]), '2026-11-22T00:00:00Z');
    expect(checkDocument(document, NOW)).toMatchObject({ ok: true });
  });

  it('leaves out events of single items alone, of hidden steps, and those taken back', () => {
    const items = { ...plainEvent(), quantityList: [] };
    const sold = plainEvent({ bizStep: 'retail_selling', disposition: 'retail_sold' });
    const wrong = plainEvent({ errorDeclaration: { declarationTime: '2026-11-21T00:00:00Z' } });
    expect(publicEvents([items])).toEqual([]);
    expect(publicEvents([sold])).toEqual([]);
    expect(publicEvents([plainEvent(), wrong])).toEqual([]);
    expect(publicEvents([plainEvent()])).toHaveLength(1);
  });
});
