import { describe, expect, it } from 'vitest';
import { plainFields, telexFields } from './definition.ts';
import { dayNumber } from './document.ts';
import { emptyQuery as bareQuery, type SearchQuery } from './query.ts';
import type { NarrowedQuery } from './readings.ts';
import { countsRequest, hitsRequest } from './request.ts';
import { formsOf } from './word-forms.ts';

const context = { index: 'i', lang: 'vi', today: '2026-11-21', soldOut: [] } as const;
const emptyQuery = (): NarrowedQuery => ({ ...bareQuery(), required: [], isFinished: false });
const chosen = (facets: Partial<SearchQuery['facets']>): NarrowedQuery => ({
  ...emptyQuery(),
  facets: { ...emptyQuery().facets, ...facets },
});

describe('hitsRequest', () => {
  it('asks both spellings at once and lets agreeing marks win', () => {
    const { queries } = hitsRequest({ ...emptyQuery(), text: 'mơ' }, formsOf('mơ'), 'all-words', context);
    expect(queries.map(({ q, attributesToSearchOn }) => [q, attributesToSearchOn])).toEqual([
      ['mơ', plainFields],
      ['mow', telexFields],
      ['"mow"', telexFields],
    ]);
    const [plain = 0, , exact = 0] = queries.map(({ federationOptions }) => federationOptions?.weight);
    expect(exact).toBeGreaterThan(2 * plain);
  });

  it('asks once for everything, best stars first', () => {
    const { queries } = hitsRequest(emptyQuery(), null, 'all-words', context);
    expect(queries).toMatchObject([{ q: '', sort: ['stars:desc', 'sortVi:asc'] }]);
  });

  it('turns a page into an offset', () => {
    expect(hitsRequest({ ...emptyQuery(), page: 3 }, null, 'all-words', context).federation).toMatchObject({
      limit: 24,
      offset: 48,
    });
  });

  it('never lists stars that ended since the index was made', () => {
    const [query] = hitsRequest(chosen({ stars: ['3', '4'] }), null, 'all-words', context).queries;
    expect(query?.filter).toEqual(['stars IN ["3", "4"]', `endsDay > ${dayNumber('2026-11-21')}`]);
  });
});

describe('countsRequest', () => {
  it('leaves out the facet it counts and keeps the others', () => {
    const query = chosen({ province: ['bac-ninh'], price: ['0-100'] });
    const { federation, queries } = countsRequest('province', query, null, 'all-words', context);
    expect(federation).toMatchObject({ limit: 0, facetsByIndex: { i: ['provinceLabel'] } });
    expect(queries[0]?.filter).toEqual(['band IN ["0-100"]']);
  });
});
