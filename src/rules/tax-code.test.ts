import { describe, expect, test } from 'vitest';
import { readTaxCode } from './tax-code.ts';

describe('a tax code', () => {
  test.each([
    ['0100109106', { kind: 'company', code: '0100109106' }],
    [' 0100 112 437 ', { kind: 'company', code: '0100112437' }],
    ['0312687878-001', { kind: 'company', code: '0312687878-001' }],
    ['0312687878001', { kind: 'company', code: '0312687878-001' }],
    ['0312687878 – 001', { kind: 'company', code: '0312687878-001' }],
    ['001 099 012 345', { kind: 'person', code: '001099012345' }],
    ['０１００１０９１０６', { kind: 'company', code: '0100109106' }],
  ])('%s is read', (typed, code) => expect(readTaxCode(typed)).toEqual(code));

  test.each([
    ...[
      '',
      '0100109107',
      '0312687878-000',
      '0312687878-01',
      '097099012345',
      '000099012345',
      '010010910',
      'abc',
    ],
    ...['0100109106 0100112437', "0100109106'; drop"],
  ])('"%s" is none', (typed) => expect(readTaxCode(typed)).toBeNull());

  test('with one wrong digit is none', () => {
    const right = '0100109106';
    for (let at = 0; at < right.length; at += 1) {
      for (let digit = 0; digit <= 9; digit += 1) {
        const typed = right.slice(0, at) + digit + right.slice(at + 1);
        if (typed !== right) expect(readTaxCode(typed), typed).toBeNull();
      }
    }
  });
});
