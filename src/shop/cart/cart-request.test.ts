import { describe, expect, test } from 'vitest';
import { readCartRequest } from './cart-request.ts';

type Line = readonly [sku: string, typed: string, shown: string];

/** The cart's form as a browser posts it after `action` was pressed. */
function posted(action: string, ...lines: Line[]): FormData {
  const form = new FormData();
  for (const [sku, typed, shown] of lines) {
    form.append(`was:${sku}`, shown);
    form.append(`n:${sku}`, typed);
  }
  form.append('action', action);
  return form;
}

const changes = (form: FormData) => readCartRequest(form)?.changes;
const set = (sku: string, quantity: number) => ({ action: 'set', sku, quantity });

describe('the one form round all lines', () => {
  test.each(['save', 'checkout', 'language', 'shopping'])(
    '%s sends every amount that was changed',
    (action) => {
      expect(changes(posted(action, ['A', '5', '1'], ['B', '2', '2'], ['C', '3', '1']))).toEqual([
        set('A', 5),
        set('C', 3),
      ]);
    },
  );

  test('says where to go on', () => {
    expect(readCartRequest(posted('checkout', ['A', '1', '1']))).toMatchObject({
      changes: [],
      then: 'checkout',
    });
    expect(readCartRequest(posted('language', ['A', '1', '1']))?.then).toBe('other-language');
  });

  test('plus and minus begin from what was typed, and take the other lines along', () => {
    expect(changes(posted('plus:A', ['A', '5', '1'], ['B', '4', '2']))).toEqual([set('A', 6), set('B', 4)]);
    expect(changes(posted('minus:A', ['A', '5', '1']))).toEqual([set('A', 4)]);
    expect(readCartRequest(posted('plus:A', ['A', '1', '1']))?.control).toEqual({ kind: 'plus', sku: 'A' });
  });

  test('plus ends at the most, minus at one piece', () => {
    expect(readCartRequest(posted('plus:A', ['A', '99', '99']))).toMatchObject({
      changes: [],
      unread: [{ code: 'too-many', sku: 'A' }],
    });
    expect(readCartRequest(posted('minus:A', ['A', '1', '1']))).toMatchObject({
      changes: [],
      unread: [{ code: 'at-least-one', sku: 'A' }],
    });
  });

  test('one amount that cannot be read keeps its letters and loses no other', () => {
    const request = readCartRequest(
      posted('checkout', ['A', 'năm', '1'], ['B', '4', '2'], ['C', '100', '1']),
    );
    expect(request?.changes).toEqual([set('B', 4)]);
    expect(request?.unread.map(({ code, sku, typed }) => [code, sku, typed])).toEqual([
      ['not-a-number', 'A', 'năm'],
      ['too-many', 'C', '100'],
    ]);
  });

  test('an emptied field takes nothing away unasked', () => {
    expect(readCartRequest(posted('save', ['A', '', '3']))).toMatchObject({
      changes: [],
      unread: [{ code: 'not-a-number', sku: 'A' }],
    });
  });

  test('removing a line names the line below, and saves the others', () => {
    const request = readCartRequest(posted('remove:B', ['A', '5', '1'], ['B', '2', '2'], ['C', '1', '1']));
    expect(request).toMatchObject({ changes: [set('A', 5), { action: 'remove', sku: 'B' }], below: 'C' });
    expect(changes(posted('remove:GONE', ['A', '1', '1']))).toEqual([{ action: 'remove', sku: 'GONE' }]);
  });

  test('takes what is left instead of what was typed', () => {
    expect(changes(posted('left:A:3', ['A', '9', '5']))).toEqual([set('A', 3)]);
    expect(changes(posted('left:X:Y:3', ['X:Y', '9', '5']))).toEqual([set('X:Y', 3)]);
  });
});

describe('other forms', () => {
  const form = (fields: Record<string, string>) => {
    const made = new FormData();
    for (const [name, value] of Object.entries(fields)) made.set(name, value);
    return made;
  };

  test('of a product page', () => {
    expect(changes(form({ action: 'add', sku: 'A', quantity: '３' }))).toEqual([
      { action: 'add', sku: 'A', quantity: 3 },
    ]);
    expect(changes(form({ action: 'add', sku: 'A', quantity: '0' }))).toEqual([
      { action: 'add', sku: 'A', quantity: 1 },
    ]);
    expect(readCartRequest(form({ action: 'add', sku: 'A', quantity: '150' }))?.unread).toMatchObject([
      { code: 'too-many', asked: '150', typed: null },
    ]);
  });

  test('of a cart page from the version before', () => {
    expect(changes(form({ action: 'set', sku: 'A', quantity: '2' }))).toEqual([set('A', 2)]);
    expect(changes(form({ action: 'remove', sku: 'A' }))).toEqual([{ action: 'remove', sku: 'A' }]);
  });

  test('of nobody', () => {
    const nothings: Record<string, string>[] = [
      {},
      { action: 'add' },
      { action: 'steal', sku: 'A' },
      { action: 'plus:' },
    ];
    for (const fields of nothings) {
      expect(readCartRequest(form(fields))).toBeNull();
    }
  });
});
