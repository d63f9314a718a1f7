/**
 * What of a lot's history anybody may read. Codes of single items stay hidden, for whoever
 * can list them can print them; papers and owners stay between partners.
 */
import { CLASS_FIELDS, type EpcisEvent } from './event.ts';
import { isForBuyers, standingEvents } from './journey.ts';

/** Fields that say nothing about single items, partners or papers. */
const OPEN_FIELDS = [
  'type',
  'eventID',
  'eventTime',
  'eventTimeZoneOffset',
  'recordTime',
  'action',
  'bizStep',
  'disposition',
  'transformationID',
  ...CLASS_FIELDS,
] as const;

/**
 * The events of a lot for everybody, oldest first: those of public steps that still stand, with
 * their classes of goods, places and times. Events about single items alone are left out.
 */
export function publicEvents(events: readonly EpcisEvent[]): EpcisEvent[] {
  return standingEvents(events)
    .filter((event) => isForBuyers(event) && namesEnough(event))
    .map(open);
}

function open(event: EpcisEvent): EpcisEvent {
  const shown = Object.fromEntries(
    OPEN_FIELDS.flatMap((name) => (event[name] === undefined ? [] : [[name, event[name]]])),
  ) as EpcisEvent;
  if (event.parentID !== undefined) shown.parentID = event.parentID;
  if (event.readPoint) shown.readPoint = { id: event.readPoint.id };
  if (event.bizLocation) shown.bizLocation = { id: event.bizLocation.id };
  const from = event.sourceList?.filter(({ type }) => type === 'location') ?? [];
  const to = event.destinationList?.filter(({ type }) => type === 'location') ?? [];
  if (from.length > 0) shown.sourceList = from;
  if (to.length > 0) shown.destinationList = to;
  return shown;
}

/** Whether the event is still a whole one when it names classes of goods alone. */
function namesEnough(event: EpcisEvent): boolean {
  const has = (name: (typeof CLASS_FIELDS)[number]) => (event[name]?.length ?? 0) > 0;
  if (event.type === 'TransformationEvent') {
    return has('inputQuantityList') && has('outputQuantityList');
  }
  if (event.type === 'ObjectEvent') return has('quantityList');
  return event.type === 'AggregationEvent' && has('childQuantityList');
}
