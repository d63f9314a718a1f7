import type { LotChange } from '@ocop/rules/lot-facts';
import type { Messages } from '../i18n/messages.ts';

/** What changes of a lot, in words: each fact with what it is and what it becomes. */
export function sayLotChanges(
  changes: readonly Omit<LotChange, 'lot'>[],
  { lots, page, figures }: Messages,
): string {
  const said = (fact: LotChange['fact'], value: LotChange['from']) => {
    if (value === null || value === '') return page.none;
    if (typeof value === 'boolean') return value ? page.yes : page.no;
    if (typeof value === 'number') return figures.number(value);
    return fact === 'madeOn' || fact === 'useBy' ? figures.day(value) : value;
  };
  const names = {
    gtin: lots.gtin,
    madeOn: lots.madeOn,
    useBy: lots.useBy,
    quantity: lots.quantity,
    rawMaterial: lots.raw,
    sample: lots.sample,
  };
  return changes
    .map(({ fact, from, to }) => `${names[fact]}: ${said(fact, from)} → ${said(fact, to)}`)
    .join('; ');
}
