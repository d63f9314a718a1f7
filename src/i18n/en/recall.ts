import type { recall as vi } from '../vi/recall.ts';

/** Messages of recalls of goods: the public list, and the notice on a product's page. */
export const recall: typeof vi = {
  title: 'Recalls',
  description:
    'Lots and stamps that are or were being recalled: product, lot, why, and what buyers should do.',
  lede: 'Do not use goods with a lot number below; follow the advice. If you are not sure whether yours are among them, look for the lot on the package or check the stamp.',
  checkStamp: 'Check the stamp on the goods',
  inForceTitle: 'Being recalled',
  overTitle: 'Recalls that have ended',
  noneInForce: 'No lot is being recalled at the moment.',
  notKnown:
    'The list of recalls could not be asked for because the system does not answer. That does not mean there are none: please reload the page in a few minutes, or check the stamp on the goods.',
  asOf: (moment) =>
    `This list is from ${moment}; the system has not answered since, and there may be new recalls.`,
  inForce: 'being recalled',
  over: 'ended',
  unknownProduct: 'A product that is no longer in the record',
  what: 'Goods',
  lot: (code) => `lot ${code}`,
  stamps: (n) =>
    n === 1 ? 'one item with a stamp of its own' : `${n.toLocaleString('en')} items with stamps`,
  madeOn: 'Made on',
  useBy: 'Use by',
  reason: 'Why',
  advice: 'What to do',
  since: 'Recalled since',
  until: 'Ended on',
  onProduct: {
    title: 'Some goods of this product are being recalled.',
    text: 'If you have bought it, look for the lot number on the package before you use it.',
    more: 'Which lot, why, and what to do',
    withoutScript: 'See the list of recalls before you buy',
  },
};
