import type { transfers as vi } from '../vi/transfers.ts';

export const transfers: typeof vi = {
  title: 'Transfers and cards',
  intro:
    'Where the exact sum comes with an order’s code, the order is paid by itself. Here is the rest: orders that wait, money nobody can put down to an order, cards to look at, money to be sent back.',
  off: 'The server has no account to take money. Ask whoever runs it to set TRANSFER_BANK, TRANSFER_ACCOUNT and TRANSFER_ACCOUNT_HOLDER.',
  order: 'Order',
  amount: 'Sum',
  at: 'At',
  awaited: {
    title: 'Orders that wait for money',
    empty: 'No order waits for money.',
    due: 'Waits until',
    confirm: 'Money seen',
    sum: 'Sum seen in the bank’s app (₫)',
    sumHint: 'It has to be the order’s sum exactly. If it is not, do not confirm it here: call the buyer.',
    sumProblem: (sum) => `The order needs exactly ${sum}.`,
    reference: 'The bank’s number of the transfer',
    done: 'Noted as paid. The order can be packed.',
  },
  doubted: {
    title: 'Money to look at',
    empty: 'There is no money to look at.',
    note: 'Note, the bank’s number',
    why: 'Why, and what to do',
    whys: {
      'no-order': 'No order’s code in it. Find the order by sum and payer, then press “Of this order”.',
      'several-orders': 'It names several orders. Call the payer and ask which one.',
      'not-by-transfer':
        'This order is paid on delivery. Call the buyer; send the money back, or do not collect again.',
      'wrong-sum':
        'Another sum than the order’s. Too little: have the buyer transfer the rest; once both together are enough, press “Of this order”. Too much: the rest is noted as owed.',
      'too-late': 'The order is cancelled. Send the money back, or have the buyer order again.',
      'paid-before':
        'The order was paid before. Compare the two: the same transfer is closed as “counted already”, a second one is sent back.',
      'other-account':
        'It came to another account than the shop’s. Look at the settings of the service that told of it.',
    },
    settle: 'Of this order',
    code: 'Order code',
    settleNote: 'Why it is of this order',
    settleHint: 'Such as: the buyer called, and sent a picture of the receipt.',
    settled: 'Noted as the order’s money.',
    close: 'Close',
    closing: 'This money',
    closings: {
      'paid-back': 'was sent back',
      'not-ours': 'is for no order',
      'counted-already': 'is counted already',
    },
    closeNote: 'In words',
    closeHint: 'Such as: the bank’s number of the transfer back, and its day.',
    closed: 'Closed.',
  },
  cards: {
    title: 'Cards to look at',
    empty: 'There is no card to look at.',
    reference: 'Number at Stripe',
    unknownSum: 'not known',
    why: 'Why, and what to do',
    whys: {
      'wrong-sum':
        'The card was charged with another sum than the order’s. Pay it back, which cancels the order, and have the buyer order again.',
      'paid-back':
        'The money was paid back on Stripe’s pages before the order was marked as paid. Pay back what is left, which cancels the order.',
      'not-found':
        'Stripe does not know the page of this order, as after a change of keys. Look on Stripe’s pages: pay back what is there, then press the button to cancel the order.',
      'no-order': 'A card was charged and there is no order. Pay it back.',
    },
    act: 'What to do',
    payBack: 'Pay back and cancel the order',
    note: 'In words',
    hint: 'Such as: called the buyer, who will order again.',
    said: 'The card was paid back.',
  },
  owed: {
    title: 'Money to be sent back',
    empty: 'Nobody is owed anything.',
    why: 'Why',
    whys: { refund: 'a paid order was cancelled or refunded', overpaid: 'the buyer sent too much' },
    done: 'Sent back',
    note: 'The bank’s number of the transfer back',
    hint: 'Transfer it in the bank’s app first, then note its number here.',
    said: 'Noted as sent back.',
  },
};
