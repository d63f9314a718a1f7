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
  wordsHint: 'Buyers read this on the stamp page. Keep it short and clear, and blame nobody.',
  since: 'Since',
  lifted: 'Lifted',
  inForce: 'in force',
  over: 'lifted',
  submit: 'Recall',
  confirm: 'Recall now',
  prompt: (what) =>
    `Recall ${what}? From the next scan on the stamp page says so to everybody. The recall stays in the audit log for good.`,
  done: 'Recalled. The stamp pages say so from the next scan on.',
  lift: 'Lift the recall',
  liftNote: 'Why it is lifted',
  liftHint: 'For example: tested again and good. It goes into the audit log.',
  liftPrompt: (what) => `Lift the recall of ${what}? The stamp pages show the usual state again.`,
  liftDone: 'The recall is lifted.',
  reason: 'Why',
  advice: 'What to do',
};
