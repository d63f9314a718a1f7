import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLoginName } from './login-name.ts';

describe('a login', () => {
  it.each([
    ['A@X.vn', 'email', 'a@x.vn'],
    ['  Ba.Tu+hang@Vidu.com.vn ', 'email', 'ba.tu+hang@vidu.com.vn'],
    ['ａ＠x.vn', 'email', 'a@x.vn'],
    ['Bà Tư', 'name', 'ba.tu'],
    ['Bà Tư', 'name', 'ba.tu'],
    ['HTX_Phù-Lãng', 'name', 'htx.phu.lang'],
    ['đặng thị Đào', 'name', 'dang.thi.dao'],
    ['lo 12', 'name', 'lo.12'],
  ])('%j is %s %s', (typed, kind, login) => expect(readLoginName(typed)).toEqual({ kind, login }));

  it.each([
    ...['', 'abc', '0912345678', '0912 345 678', 'a@', '@x.vn', 'a@x', 'a b@x.vn', 'a@x.vn,b@x.vn'],
    ...[
      'a@x.vn\nBcc: b@x.vn',
      'аdmin@x.vn',
      'ба.ту',
      '<b>abcd</b>',
      '.abcd',
      'abcd.',
      `${'a'.repeat(65)}@x.vn`,
    ],
    ...['x'.repeat(41), 'a'.repeat(100_000)],
  ])('%j is none', (typed) => expect(readLoginName(typed)).toBeNull());

  it('that was read once is read the same again, whatever the letters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (typed) => {
        const read = readLoginName(typed);
        if (!read) return;
        expect(readLoginName(read.login)).toEqual(read);
        expect(readLoginName(` ${read.login.toUpperCase()} `)).toEqual(read);
      }),
    );
  });
});
