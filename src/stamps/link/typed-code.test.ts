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

const reader = (lookUp: typeof never, mayReadOn = true) => ({
  keyring,
  ownHosts: ['ocop.example'],
  lookUp,
  mayReadOn: () => mayReadOn,
});
const read = (typed: string, typedGtin: string, lookUp: typeof never) =>
  readTypedCode(reader(lookUp), typed, typedGtin);

describe('a code without a GTIN', () => {
  test.each([
    plain,
    plain.toLowerCase(),
    groupTyped(plain),
    ` ${groupTyped(plain).replaceAll('-', ' ')} `,
    plain.replaceAll('0', 'O').replaceAll('1', 'l'),
  ])('typed as %j leads to its page without asking anybody', async (typed) => {
    expect(await read(typed, '', never)).toEqual({
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
    expect(await read(bound, '', lookUp)).toEqual({
      kind: 'stamp',
      code: bound,
      gtin,
      signature: null,
    });
    expect(lookUp.mock.calls).toEqual([['1', 6]]);
  });

  test('asks for the GTIN only when the range cannot be looked up', async () => {
    expect(await read(bound, '', looking(failure('timeout')))).toEqual({
      kind: 'need-gtin',
    });
    expect(await read(bound, '9506000134352', never)).toEqual({
      kind: 'stamp',
      code: bound,
      gtin,
      signature: null,
    });
    expect(await read(bound, '9506000134353', never)).toEqual({ kind: 'wrong-gtin' });
  });

  test('another trade item, a range never issued, another range: not issued', async () => {
    expect(await read(bound, '9506000149301', never)).toMatchObject({ kind: 'not-issued' });
    for (const answer of [
      { issued: false },
      { issued: true, gtin: null },
      { issued: true, gtin: '09506000149301' },
    ] as const) {
      expect(await read(bound, '', looking(success(answer)))).toMatchObject({
        kind: 'not-issued',
      });
    }
  });

  test('a changed character is not issued; a key epoch we never had costs no look-up', async () => {
    const lookUp = looking(success({ issued: true, gtin }));
    const changed = bound.slice(0, 19) + (bound.endsWith('Z') ? 'Y' : 'Z');
    expect(await read(changed, '', lookUp)).toMatchObject({ kind: 'not-issued' });
    const other = looking(success({ issued: true, gtin }));
    const noMore = reader(other, false);
    expect(await readTypedCode(noMore, `9${bound.slice(1)}`, '')).toMatchObject({ kind: 'not-issued' });
    expect(other).not.toHaveBeenCalled();
  });
});

describe('a code with one slip', () => {
  const places = async (typed: string, lookUp = never) => {
    const answer = await read(typed, '', lookUp);
    return answer.kind === 'not-issued' ? answer.places : answer.kind;
  };
  const other = (sign: string | undefined) => (sign === '7' ? '8' : '7');
  const issuedFor = looking(success({ issued: true, gtin }));

  test.each([0, 1, 5, 9, 10, 19])('at place %i is not accepted, and the place is told', async (at) => {
    const slip = (code: string) => code.slice(0, at) + other(code[at]) + code.slice(at + 1);
    expect(await places(slip(plain), issuedFor)).toEqual([at]);
    expect(await places(slip(bound), issuedFor)).toEqual([at]);
  });

  test('that is two neighbours changed about: both places are told', async () => {
    const at = [...plain].findIndex((sign, place) => place > 0 && sign !== plain[place + 1]);
    const swapped = plain.slice(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.slice(at + 2);
    expect(await places(swapped)).toEqual([at, at + 1]);
  });

  test('and another is only not ours, and neither is read further than may be', async () => {
    const slip = plain.slice(0, 18) + other(plain[18]) + other(plain[19]);
    expect(await places(slip, looking(success({ issued: false })))).toEqual([]);
    const once = plain.slice(0, 19) + other(plain[19]);
    const lookUp = looking(success({ issued: false }));
    expect(await readTypedCode(reader(lookUp, false), once, '')).toMatchObject({ places: [] });
  });

  test('asks about three ranges at the most, the lowest', async () => {
    const lookUp = looking(success({ issued: false }));
    await read('1ZZZZZZZZZZZZZZZZZZZ', '', lookUp);
    expect(lookUp.mock.calls.length).toBeLessThanOrEqual(4);
  });
});

describe('a code typed on a Vietnamese keyboard', () => {
  const withW = Array.from({ length: 60 }, (_, index) => index).flatMap((index) => {
    const [free, tied] = [null, gtin].map((of) => buildStampCode(keyring, { range: 6, index }, of));
    return [free, tied].filter((code) => code?.includes('W'));
  });

  test('leads to its page, with a trade item or without', async () => {
    const lookUp = looking(success({ issued: true, gtin }));
    expect(withW.length).toBeGreaterThan(20);
    for (const code of withW) {
      if (code === undefined) continue;
      for (const typed of [code.replaceAll('W', 'Ư'), groupTyped(code.toLowerCase()).replaceAll('w', 'ư')]) {
        expect(await read(typed, '', lookUp)).toMatchObject({ kind: 'stamp', code });
        expect(await read(`ocop.example/T/${typed}`, '', lookUp)).toMatchObject({ kind: 'stamp', code });
      }
    }
  });

  test('that is none of ours says to turn it off, and shows where', async () => {
    expect(await read('1Ư345 6789A BCDEF GHJKM', '', never)).toEqual({
      kind: 'keyboard',
      letters: 'Ư',
      code: '1Ư3456789ABCDEFGHJKM',
      places: [1],
    });
  });

  test('is not read further than may be', async () => {
    const code = withW[0] ?? '';
    const answer = await readTypedCode(reader(never, false), code.replaceAll('W', 'Ư'), '');
    expect(answer.kind).toBe('keyboard');
  });
});

describe('an address on somebody else’s host', () => {
  test.each([
    [`https://evil.example/T/${plain}`, 'evil.example'],
    [`https://ocop.example@evil.example/T/${plain}`, 'evil.example'],
    [`//evil.example/T/${plain}`, 'evil.example'],
    [`https://ocop.example:444/T/${plain}`, 'ocop.example:444'],
    [`Xem https://evil.example/01/${gtin}/21/${bound}`, 'evil.example'],
  ])('%s leads nowhere but to its warning', async (typed, host) => {
    expect(await read(typed, '', never)).toMatchObject({ kind: 'foreign-stamp', host });
  });

  test('that is no stamp’s is named too', async () => {
    expect(await read('https://evil.example/qua-tang', '', never)).toEqual({
      kind: 'other-address',
      host: 'evil.example',
    });
    expect(await read('https://ocop.example/san-pham', '', never)).toEqual({
      kind: 'other-address',
      host: null,
    });
  });
});

describe('anything else', () => {
  test.each([
    stampUrl('https://ocop.example', plain, null),
    `ocop.example/T/${plain}`,
    `http://ocop.example/en/T/${plain.toLowerCase()}?x=1`,
  ])('the whole address %j leads to its page', async (typed) => {
    expect(await read(typed, '', never)).toMatchObject({ kind: 'stamp', code: plain });
  });

  test.each(['/10/L/21/', '/22/V/10/L/21/', '/235/', '?21=', '/10/L?21='])(
    'an address with its serial at %s is that stamp’s, or says what is wrong with the code',
    async (beside) => {
      const address = (serial: string) => `https://ocop.example/01/${gtin}${beside}${serial}`;
      expect(await read(address(bound), '', never)).toMatchObject({ kind: 'stamp', code: bound, gtin });
      expect(await read(address('FAKE'), '', never)).toMatchObject({ kind: 'wrong-length' });
    },
  );

  test('the whole address with a GTIN keeps it', async () => {
    const url = stampUrl('https://ocop.example', bound, gtin);
    expect(await read(url, '', never)).toEqual({
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
    ['ma cua toi!', 'wrong-letters'],
    ['mã của tôi!', 'keyboard'],
    [`evil.example/T/${plain}`, 'foreign-stamp'],
    ['https://vidu.vn/san-pham/tuong', 'other-address'],
    ['javascript:alert(1)', 'other-address'],
    ['x'.repeat(100_000), 'wrong-length'],
  ])('%j is %s', async (typed, kind) => {
    expect((await read(typed, '', never)).kind).toBe(kind);
  });
});
