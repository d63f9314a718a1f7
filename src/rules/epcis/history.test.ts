import { describe, expect, it } from 'vitest';
import type { EpcisEvent } from './event.ts';
import { checkHistory } from './history.ts';
import { plainEvent } from './testing/documents.ts';

const urn = 'urn:epc:id:sgtin:950600.0013435.A1';
const link = 'https://shop.vn/01/09506000134352/21/A1';
const shipped = (day: string, eventID = 'urn:x:ship') =>
  plainEvent({ eventID, eventTime: `2026-11-${day}T00:00:00Z`, epcList: [urn], quantityList: [] });
const made = (day: string, eventID = 'urn:x:made') =>
  plainEvent({
    eventID,
    eventTime: `2026-11-${day}T00:00:00Z`,
    epcList: [link],
    quantityList: [],
    action: 'ADD',
    bizStep: 'commissioning',
    disposition: 'active',
  });
const takenBack = (event: EpcisEvent): EpcisEvent => ({
  ...event,
  errorDeclaration: { declarationTime: '2026-11-21T00:00:00Z', reason: 'incorrect_data' },
});
const rules = (events: EpcisEvent[], earlier: EpcisEvent[] = []) =>
  checkHistory(events, earlier).map(({ event, rule, field }) => `${event} ${rule} ${field}`);

describe('goods leave after they came to be', () => {
  it.each([
    ['in one document, in any order', [shipped('12'), made('10')], [], []],
    ['of things nobody here commissioned', [shipped('12')], [], []],
    ['shipped before', [shipped('09'), made('10')], [], ['1 shipped-before-commissioned eventTime']],
    ['known to be made later', [shipped('09')], [made('10')], ['1 shipped-before-commissioned eventTime']],
    [
      'known to have left earlier',
      [made('10')],
      [shipped('09')],
      ['1 shipped-before-commissioned eventTime'],
    ],
    ['made earlier, then again', [made('10')], [made('05', 'urn:x:0'), shipped('09')], []],
    ['a shipment that was taken back', [made('10')], [shipped('09'), takenBack(shipped('09'))], []],
    ['a making that was taken back', [shipped('09')], [made('10'), takenBack(made('10'))], []],
  ])('%s', (_case, events, earlier, problems) => {
    expect(rules(events, earlier)).toEqual(problems);
  });

  it('counts what comes out of a transformation as made, and what goes in as not', () => {
    const processed: EpcisEvent = {
      type: 'TransformationEvent',
      eventID: 'urn:x:t',
      bizStep: 'commissioning',
      eventTime: '2026-11-10T00:00:00Z',
      eventTimeZoneOffset: '+07:00',
      inputEPCList: ['urn:epc:id:sgtin:950600.0013435.RAW'],
      outputEPCList: [link],
    };
    expect(rules([shipped('09')], [processed])).toHaveLength(1);
    const raw = { ...shipped('09'), epcList: ['urn:epc:id:sgtin:950600.0013435.RAW'] };
    expect(rules([raw], [processed])).toEqual([]);
  });
});

describe('an eventID names one event', () => {
  it('so the same event may come twice, written in another way too', () => {
    expect(
      rules([shipped('12')], [{ ...shipped('12'), epcList: [link], recordTime: '2026-11-13T00:00:00Z' }]),
    ).toEqual([]);
  });

  it('and another event with it is refused', () => {
    expect(rules([shipped('12')], [shipped('13')])).toEqual(['1 duplicate-event-id eventID']);
    expect(rules([made('10'), shipped('12', 'urn:x:made')])).toEqual(['2 duplicate-event-id eventID']);
  });

  it('except a declaration that takes that very event back', () => {
    expect(rules([takenBack(shipped('12'))], [shipped('12')])).toEqual([]);
    expect(rules([shipped('12'), takenBack(shipped('12'))])).toEqual([]);
    expect(rules([takenBack(shipped('12'))], [shipped('13')])).toEqual(['1 duplicate-event-id eventID']);
    expect(rules([takenBack(shipped('12'))])).toEqual([]);
  });
});
