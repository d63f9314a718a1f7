import type { compare as vi } from '../vi/compare.ts';

/** English of `vi/compare.ts`. */
export const compare: typeof vi = {
  title: 'Compare products',
  description: 'Two or three OCOP products side by side: stars today, decision, price, producer, place.',
  lede: (most: number) => `Up to ${most} products side by side.`,
  caption: 'Products side by side, a row for each fact',
  choose: 'Compare',
  submit: 'Compare the chosen products',
  submitHint: (most: number) => `Tick two or three products above, then press this button (${most} at most).`,
  how: 'To add one: open a list below, tick “Compare” at each product you want to see, this one included, then press the button at the end of the list.',
  sameSet: (set: string) => `Choose in the set “${set}”`,
  allProducts: 'Choose among all products',
  tooMany: (most: number) => `This address asks for more than ${most} products; the first ${most} are shown.`,
  missing: (n: number) =>
    `${n === 1 ? 'One product' : `${n} products`} of this address ${n === 1 ? 'is' : 'are'} not on record; it may be mistyped. Choose again from a list below.`,
  remove: 'Take out',
  stars: 'Stars today',
  noDecision: 'No decision in force',
  weight: 'Weight as packed',
  unknown: 'Not known yet',
  notices: 'Please note',
};
