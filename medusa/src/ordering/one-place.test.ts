import { describe, expect, it } from 'vitest';
import { inTwoPlaces, writtenLevels } from './one-place.ts';

const level = (location_id: string, stocked_quantity?: number, inventory_item_id = 'X') => ({
  inventory_item_id,
  location_id,
  ...(stocked_quantity === undefined ? {} : { stocked_quantity }),
});
const selling = new Set(['here', 'there']);

describe('a second stock of the same pieces', () => {
  it('is told where both places sell', () => {
    expect(inTwoPlaces([level('here', 9)], [level('there', 5)], selling)).toEqual(['X']);
    expect(inTwoPlaces([], [level('here', 9), level('there', 5)], selling)).toEqual(['X']);
  });

  it('is none in a place that sells nothing, with no pieces, or where the first is emptied', () => {
    expect(inTwoPlaces([level('here', 9)], [level('attic', 5)], selling)).toEqual([]);
    expect(inTwoPlaces([level('here', 9)], [level('there', 0)], selling)).toEqual([]);
    expect(inTwoPlaces([level('here', 9)], [level('here', 0), level('there', 5)], selling)).toEqual([]);
    expect(inTwoPlaces([level('here', 9)], [level('there')], selling)).toEqual([]);
  });

  it('lets stock that lies in two places already be taken away', () => {
    expect(inTwoPlaces([level('here', 9), level('there', 5)], [level('there', 0)], selling)).toEqual([]);
  });
});

it('reads what each route of Medusa writes', () => {
  expect(writtenLevels(level('there', 5), {})).toEqual([level('there', 5)]);
  expect(writtenLevels({ location_id: 'there', stocked_quantity: 5 }, { id: 'X' })).toEqual([
    level('there', 5),
  ]);
  expect(writtenLevels({ stocked_quantity: 5 }, { id: 'X', location_id: 'there' })).toEqual([
    level('there', 5),
  ]);
  expect(writtenLevels({ create: [level('here', 1)], update: [level('there', 5)] }, {})).toHaveLength(2);
  expect(writtenLevels('rubbish', {})).toEqual([]);
  expect(writtenLevels(null, {})).toEqual([]);
});
