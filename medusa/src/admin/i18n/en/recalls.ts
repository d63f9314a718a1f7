import { figuresIn } from '../figures.ts';
import type { recalls as vi } from '../vi/recalls.ts';

const { number } = figuresIn('en');

export const recalls: typeof vi = {
  title: 'Recalls',
  announce: 'Recall goods',
  open: 'In force',
  empty: 'There are no recalls. Good, there is nothing to do.',
  what: 'What',
  scope: 'Scope',
  scopes: { lot: 'A whole lot', range: 'A part of a stamp range', serial: 'One stamp' },
  ofLot: (lot) => `lot ${lot}`,
  ofRange: (range, first, last) =>
    first === last
      ? `stamp ${number(first + 1)} of range ${range}`
      : `stamps ${number(first + 1)} to ${number(last + 1)} of range ${range}`,
  lot: 'Lot code',
  range: 'Stamp range',
  first: 'From stamp',
  last: 'To stamp',
  partHint: 'Left empty, both, it is the whole range.',
  segmentWrong: 'Give whole numbers from 1, the first not above the last.',
  code: 'Code on the stamp',
  reasonVi: 'Why (Vietnamese)',
  reasonEn: 'Why (English)',
  adviceVi: 'What buyers should do (Vietnamese)',
  adviceEn: 'What buyers should do (English)',
  englishHint: 'May stay empty: readers of English then see the Vietnamese.',
  wordsHint:
    'Buyers read this on the stamp page and in the list of recalls. Keep it short and clear, and blame nobody.',
  since: 'Since',
  lifted: 'Ended',
  inForce: 'in force',
  over: 'ended',
  submit: 'Recall',
  confirm: 'Recall now',
  prompt: (what) =>
    `Recall ${what}? The stamp pages, the product page and the list of recalls say so at once; where a lot or a range is recalled, the product is not sold until you let it be sold again. The recall stays in the audit log for good.`,
  done: 'Recalled. The stamp and product pages say so within seconds.',
  lift: 'End the recall',
  liftNote: 'Why it ends',
  liftHint: 'For example: tested again and good. It goes into the audit log.',
  liftPrompt: (what) =>
    `End the recall of ${what}? The stamp pages show the usual state again, the product page stops telling of it, and the goods are sold again.`,
  liftDone: 'The recall has ended.',
  stock: 'Sale',
  stockHeld: 'not sold',
  stockCleared: (moment) => `sold again since ${moment}`,
  clearStock: 'Let it be sold again',
  clearStockNote: 'Why the goods on sale are not the recalled ones',
  clearStockHint: 'For example: stock checked, only lot LO-2 is left. It goes into the audit log.',
  clearStockPrompt: (what) =>
    `Let the product be sold again while ${what} is still being recalled? Only do so when none of the recalled goods are in stock. The product page still tells of the recall.`,
  clearStockDone: 'The product is sold again within seconds.',
  reason: 'Why',
  advice: 'What to do',
};
