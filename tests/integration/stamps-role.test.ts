import { stampLookupQuery } from '@ocop/rules/stamps/stamp-status';
import { describe, expect, test } from 'vitest';
import { asSite } from '../support/stamp-look.ts';

describe('the role the site looks stamps up with', () => {
  test.each([
    'select * from trace_stamp_scan',
    'select * from trace_lot',
    'select * from "order"',
    'create table mine (id int)',
    'create temp table trace_stamp_range (number int)',
    'select pg_read_file($$postgresql.conf$$)',
  ])('may not: %s', async (statement) => {
    await expect(asSite((site) => site.query(statement))).rejects.toThrow(/permission denied|read-only/);
  });

  test('gets nothing for questions that are none', async () => {
    const ask = (text: string) => asSite((site) => site.query({ ...stampLookupQuery([]), values: [text] }));
    expect((await ask('[]')).rows).toEqual([]);
    expect((await ask('[{"place": 0}]')).rows).toEqual([]);
    await expect(ask('{')).rejects.toThrow(/json/);
  });
});
