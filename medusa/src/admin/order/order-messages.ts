import type { OrderMessageAnswer } from '@ocop/contract/order-messages';
import type { Messages } from '../i18n/messages.ts';

/** Where the server tells what buyers were told. */
export const ORDER_MESSAGES = '/admin/order-messages';

/** Why a message was not sent, in words; '' where there is nothing to say. */
export function whyNotSent(
  { problem }: Pick<OrderMessageAnswer, 'problem'>,
  { orderMessages: words }: Pick<Messages, 'orderMessages'>,
): string {
  if (problem === null) return '';
  if (Object.hasOwn(words.problems, problem)) return words.problems[problem as keyof typeof words.problems];
  return /^5\d\d$/.test(problem) ? words.refused(problem) : words.server(problem);
}
