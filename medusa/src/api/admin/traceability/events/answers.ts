import type { MedusaResponse } from '@medusajs/framework/http';
import { CAPTURE_BYTES, CAPTURE_EVENTS } from './received-body.ts';

const NOTHING = 'Nothing was captured.';

const refusals = {
  'too-large': [413, `The body is larger than ${CAPTURE_BYTES / 1024 / 1024} MB. Send it in parts.`],
  'too-many-events': [413, `There are more than ${CAPTURE_EVENTS} events. Send them in parts.`],
  'no-events': [422, 'There is no event in it. Fill in at least one row or event.'],
  'not-json': [400, 'The body is no JSON. Send an EPCIS 2.0 document in JSON-LD.'],
  'not-a-table': [400, 'The file is neither CSV in UTF-8 nor XLSX. Start from the template.'],
  'table-too-large': [
    413,
    'The table is larger than 5,000 rows, 200 columns or 100,000 cells, or costs too much to read. ' +
      'Copy the rows into a new file, and send them in parts.',
  ],
  'tables-busy': [503, 'Other tables are being read. Send it again in a minute.'],
  'unknown-event': [404, 'No event has this eventID. Look it up in the history of its lot.'],
  'already-taken-back': [409, 'This event was taken back before.'],
} as const satisfies Record<string, readonly [number, string]>;

export type CaptureRefusal = keyof typeof refusals;

/** Refuses a capture, with a message and by name. */
export function refuseCapture(res: MedusaResponse, reason: CaptureRefusal): void {
  const [status, message] = refusals[reason];
  if (status === 503) res.setHeader('retry-after', '60');
  res.status(status).json({ reason, message: `${message} ${NOTHING}` });
}

/** Refuses events or rows that broke rules: `problems` names each one and its field. */
export function refuseProblems(res: MedusaResponse, problems: readonly object[]): void {
  const one = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
  const message = `${one} not right, see problems. ${NOTHING} Correct that and send all again.`;
  res.status(422).json({ reason: 'not-valid', message, problems });
}

/** Sends an EPCIS document in JSON-LD. */
export function sendEpcis(res: MedusaResponse, document: object): void {
  res.type('application/ld+json').send(JSON.stringify(document));
}
