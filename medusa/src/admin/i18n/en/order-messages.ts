import type { orderMessages as vi } from '../vi/order-messages.ts';

export const orderMessages: typeof vi = {
  title: 'Messages to the buyer',
  none: 'No message yet. They are sent within a minute of each step.',
  toFolder:
    'The server has no mail server (SMTP_HOST): messages are written to files only, and the buyer gets none.',
  kinds: {
    placed: 'Order received',
    'awaiting-transfer': 'How to transfer',
    'transfer-reminder': 'Reminder of the transfer',
    paid: 'Paid',
    packed: 'Packed',
    shipped: 'On its way',
    delivered: 'Delivered',
    cancelled: 'Cancelled',
    refunded: 'Refunded',
  },
  states: { waiting: 'waiting', sent: 'sent', failed: 'could not be sent', skipped: 'not sent' },
  sms: 'text message',
  next: (moment, tries) => `tried again at ${moment} (${tries} tries so far)`,
  problems: {
    'no-address': 'the buyer gave no e-mail address',
    'wrong-address': 'the e-mail address is not one',
    overtaken: 'the order had gone on before it could be sent',
    'no-order': 'the order is gone',
    'process-ended': 'the server ended in the middle of it several times',
    unknown: 'not known why',
  },
  refused: (code) => `the mail server refused it (${code}): look at the buyer’s e-mail address`,
  server: (code) => `the mail server cannot be used (${code}): tell the operator`,
  again: 'Send again',
  againOf: (kind) => `Send again: ${kind}`,
  reason: 'Why it is sent again',
  reasonHint: 'Kept with your name, for whoever opens this order.',
  queued: 'It is sent again within a minute.',
  resent: (moment, by, reason) => `${moment}, ${by} had it sent again: ${reason}`,
};
