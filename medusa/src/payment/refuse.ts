import type { MedusaResponse } from '@medusajs/framework/http';
import type { StaffAnswer, StaffRefusal } from './staff.ts';

const words: Readonly<Record<StaffRefusal['reason'], string>> = {
  'unknown-order': 'There is no order with this code that is paid by transfer.',
  'unknown-transfer': 'There is no such transfer.',
  'unknown-refund': 'This money is not owed any more, or never was.',
  'not-awaited': 'This order does not wait for a transfer any more.',
  'other-sum': 'The sum is not the one the order waits for.',
  'dealt-with': 'Somebody dealt with it before.',
  'card-unreachable': 'The service that takes cards does not answer; try again in some minutes.',
};

const unknown: ReadonlySet<string> = new Set(['unknown-order', 'unknown-transfer', 'unknown-refund']);

/** Answers what staff asked for: `{}` where it was done, else 404 or 409 with the reason and the figures. */
export function answerStaff(res: MedusaResponse, answer: StaffAnswer): void {
  if (answer.done) {
    res.json({});
    return;
  }
  const { done: _, ...why } = answer;
  res.status(unknown.has(why.reason) ? 404 : 409).json({
    ...why,
    message: `${words[why.reason]} Nothing was changed.`,
  });
}
