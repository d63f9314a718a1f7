/**
 * What an event may say in the light of others: no eventID for two different events, no goods that
 * leave before they exist (GS1 EPCIS 2.0.1, 7.4.1; CBV 2.0, 7.1).
 */
import { todayInVietnam } from '../date.ts';
import { eventHashId } from './event-hash.ts';
import { thingsOf, type EpcisEvent } from './event.ts';
import { canonicalIdentifier } from './identifier.ts';
import { standingEvents } from './journey.ts';
import type { Problem } from './problem.ts';
import { bareWord } from './vocabulary.ts';

/** The same event, however it is written and whenever it was recorded. */
export function isSameEvent(a: EpcisEvent, b: EpcisEvent): boolean {
  return eventHashId(a, null) === eventHashId(b, null);
}

/**
 * Problems of `events` among themselves and with `earlier` ones: those with the same eventIDs, and
 * those that commission or ship the same things. Both must have passed the check of their shape.
 * An event that `earlier` holds already is no problem: it was captured twice.
 */
export function checkHistory(events: readonly EpcisEvent[], earlier: readonly EpcisEvent[]): Problem[] {
  return [...duplicates(events, earlier), ...shippedTooEarly(events, earlier)];
}

function duplicates(events: readonly EpcisEvent[], earlier: readonly EpcisEvent[]): Problem[] {
  const problems: Problem[] = [];
  const captured = new Map<string, EpcisEvent>();
  for (const event of earlier) {
    if (event.eventID && !event.errorDeclaration) captured.set(event.eventID, event);
  }
  const here = new Map<string, number>();
  events.forEach((event, at) => {
    const { eventID } = event;
    if (eventID === undefined) return;
    const refuse = (message: string) =>
      problems.push({
        event: at + 1,
        eventID,
        field: 'eventID',
        rule: 'duplicate-event-id',
        message,
      });
    const known = captured.get(eventID);
    if (event.errorDeclaration) {
      // It carries the identifier of the event it takes back (7.4.1.4), and must repeat that event.
      const first = here.get(eventID);
      const original = known ?? (first === undefined ? undefined : events[first]);
      if (original && !isSameEvent(original, event)) {
        refuse('takes back an event that reads differently: repeat it as it was captured');
      }
      return;
    }
    const first = here.get(eventID);
    if (first !== undefined) {
      refuse(`event ${first + 1} of this document has the same eventID: give each event its own`);
      return;
    }
    here.set(eventID, at);
    if (known && !isSameEvent(known, event)) {
      refuse('another event with this eventID was captured earlier: give this one its own');
    }
  });
  return problems;
}

const commissions = new Set(['commissioning', 'creating_class_instance']);
const ships = new Set(['shipping', 'departing']);

function shippedTooEarly(events: readonly EpcisEvent[], earlier: readonly EpcisEvent[]): Problem[] {
  const first = new Map<string, number>();
  const shipped = new Map<string, number>();
  for (const event of standingEvents([...earlier, ...events])) {
    const step = bareWord(event.bizStep);
    const at = Date.parse(event.eventTime);
    if (commissions.has(step)) {
      for (const thing of madeBy(event)) first.set(thing, Math.min(first.get(thing) ?? at, at));
    }
  }
  for (const event of standingEvents(earlier)) {
    if (!ships.has(bareWord(event.bizStep))) continue;
    const at = Date.parse(event.eventTime);
    for (const thing of thingsOf(event).map(canonicalIdentifier)) {
      shipped.set(thing, Math.min(shipped.get(thing) ?? at, at));
    }
  }
  const problems: Problem[] = [];
  const standing = new Set(standingEvents(events));
  events.forEach((event, index) => {
    if (!standing.has(event)) return;
    const at = Date.parse(event.eventTime);
    const step = bareWord(event.bizStep);
    const leaving = ships.has(step)
      ? thingsOf(event).find((thing) => (first.get(canonicalIdentifier(thing)) ?? at) > at)
      : undefined;
    const late = commissions.has(step)
      ? madeBy(event).find((thing) => first.get(thing) === at && (shipped.get(thing) ?? at) < at)
      : undefined;
    const thing = leaving ?? late;
    if (thing === undefined) return;
    const name = canonicalIdentifier(thing);
    const times = {
      made: new Date(leaving ? (first.get(name) ?? at) : at).toISOString(),
      shipped: new Date(leaving ? at : (shipped.get(name) ?? at)).toISOString(),
    };
    problems.push({
      event: index + 1,
      eventID: event.eventID ?? null,
      field: 'eventTime',
      rule: 'shipped-before-commissioned',
      message: leaving
        ? `${thing} is shipped ${day(times.shipped)}, before it is made (${day(times.made)}): correct the time of one of the two events`
        : `${thing} is made ${day(times.made)}, after it was shipped (${day(times.shipped)}): correct the time, or take the shipment back`,
      times,
    });
  });
  return problems;
}

/** The day of an instant in Vietnam, for a message. */
const day = (instant: string) => todayInVietnam(new Date(instant));

/** What an event brings into being: what it commissions, or the outputs of a transformation. */
function madeBy(event: EpcisEvent): string[] {
  const outputs = [
    ...(event.outputEPCList ?? []),
    ...(event.outputQuantityList ?? []).map(({ epcClass }) => epcClass),
  ];
  const things = event.type === 'TransformationEvent' ? outputs : thingsOf(event);
  return things.map(canonicalIdentifier);
}
