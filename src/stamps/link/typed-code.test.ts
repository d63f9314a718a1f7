import { buildStampCode } from '@ocop/rules/stamps/stamp-code';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { groupTyped, stampUrl } from '@ocop/rules/stamps/stamp-url';
import { describe, expect, test, vi } from 'vitest';
import { failure, success } from '../../medusa-client/result.ts';
import type { Result } from '../../medusa-client/result.ts';
import type { RangeAnswer } from '../../medusa-client/stamp-routes.ts';
import { readTypedCode } from './typed-code.ts';

const secret = new Uint8Array(32).fill(7);
const keyring: StampKeyring = {
  current: '1',
  epochs: { '1': { secret, from: null, until: null, cutOff: null } },
};
const gtin = '09506000134352';
const plain = buildStampCode(keyring, { range: 5, index: 17 }, null);
const bound = buildStampCode(keyring, { range: 6, index: 18 }, gtin);

function looking(answer: Result<RangeAnswer>) {
  return vi.fn((_epoch: string, _range: number) => Promise.resolve(answer));
}
const never = looking(failure('unreachable'));

describe('a code without a GTIN', () => {
  test.each([
    plain,
    plain.toLowerCase(),
    groupTyped(plain),
    ` ${groupTyped(plain).replaceAll('-', ' ')} `,
    plain.replaceAll('0', 'O').replaceAll('1', 'l'),
  ])('typed as %j leads to its page without asking anybody', async (typed) => {
    expect(await readTypedCode(keyring, typed, '', never)).toEqual({
      kind: 'stamp',
      code: plain,
      gtin: null,
      signature: null,
    });
    expect(never).not.toHaveBeenCalled();
  });
});

describe('a code bound to a GTIN', () => {
  test('is found by one look-up of the range the code itself names', async () => {
    const lookUp = looking(success({ issued: true, gtin }));
    expect(await readTypedCode(keyring, bound, '', lookUp)).toEqual({
      kind: 'stamp',
      code: bound,
      gtin,
      signature: null,
    });
    expect(lookUp.mock.calls).toEqual([['1', 6]]);
  });

  test('asks for the GTIN only when the range cannot be looked up', async () => {
    expect(await readTypedCode(keyring, bound, '', looking(failure('timeout')))).toEqual({
      kind: 'need-gtin',
    });
    expect(await readTypedCode(keyring, bound, '9506000134352', never)).toEqual({
      kind: 'stamp',
      code: bound,
      gtin,
      signature: null,
    });
    expect(await readTypedCode(keyring, bound, '9506000134353', never)).toEqual({ kind: 'wrong-gtin' });
  });

  test('another trade item, a range never issued, another range: not issued', async () => {
    expect(await readTypedCode(keyring, bound, '9506000149301', never)).toEqual({ kind: 'not-issued' });
    for (const answer of [
      { issued: false },
      { issued: true, gtin: null },
      { issued: true, gtin: '09506000149301' },
    ] as const) {
      expect(await readTypedCode(keyring, bound, '', looking(success(answer)))).toEqual({
        kind: 'not-issued',
      });
    }
  });

  test('a changed character is not issued; a key epoch we never had costs no look-up', async () => {
    const lookUp = looking(success({ issued: true, gtin }));
    const changed = bound.slice(0, 19) + (bound.endsWith('Z') ? 'Y' : 'Z');
    expect(await readTypedCode(keyring, changed, '', lookUp)).toEqual({ kind: 'not-issued' });
    const other = looking(success({ issued: true, gtin }));
    expect(await readTypedCode(keyring, `9${bound.slice(1)}`, '', other)).toEqual({ kind: 'not-issued' });
    expect(other).not.toHaveBeenCalled();
  });
});

describe('anything else', () => {
  test.each([
    stampUrl('https://ocop.example', plain, null),
    `ocop.example/T/${plain}`,
    `http://ocop.example/en/T/${plain.toLowerCase()}?x=1`,
  ])('the whole address %j leads to its page', async (typed) => {
    expect(await readTypedCode(keyring, typed, '', never)).toMatchObject({ kind: 'stamp', code: plain });
  });

  test('the whole address with a GTIN keeps it', async () => {
    const url = stampUrl('https://ocop.example', bound, gtin);
    expect(await readTypedCode(keyring, url, '', never)).toEqual({
      kind: 'stamp',
      code: bound,
      gtin,
      signature: null,
    });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1ABC', 'wrong-length'],
    [`${plain}0`, 'wrong-length'],
    ['mã của tôi!', 'wrong-letters'],
    ['https://vidu.vn/san-pham/tuong', 'other-address'],
    ['javascript:alert(1)', 'other-address'],
    ['x'.repeat(100_000), 'wrong-length'],
  ])('%j is %s', async (typed, kind) => {
    expect((await readTypedCode(keyring, typed, '', never)).kind).toBe(kind);
  });
});
