import { expect, it } from 'vitest';
import { en } from './en.ts';
import { refusals as enRefusals } from './en/refusal.ts';
import { vi } from './vi.ts';
import { refusals as viRefusals } from './vi/refusal.ts';
import { messagesIn } from './messages.ts';

/** Every name in a dictionary with what kind of thing stands there, as 'lots.code: string'. */
function kindsOf(messages: object, at = ''): string[] {
  return Object.entries(messages)
    .flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? kindsOf(value, `${at}${name}.`)
        : [`${at}${name}: ${typeof value}`],
    )
    .sort();
}

function textsOf(messages: object): string[] {
  return Object.values(messages).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null ? textsOf(value) : typeof value === 'string' ? [value] : [],
  );
}

it('says everything in both languages', () => {
  expect(kindsOf(en)).toEqual(kindsOf(vi));
  expect(Object.keys(enRefusals).sort()).toEqual(Object.keys(viRefusals).sort());
  expect([...textsOf(vi), ...textsOf(en)].filter((text) => text.trim() === '')).toEqual([]);
});

it('follows the language of the dashboard, and is English where it has none', () => {
  expect(messagesIn('vi')).toBe(vi);
  expect(messagesIn('vi-VN')).toBe(vi);
  expect(messagesIn('fr')).toBe(en);
  expect(messagesIn(undefined)).toBe(en);
});

it('tells staff which stamps stand in the way, counted from 1 as on the sheets', () => {
  const refusal = { reason: 'already-activated', message: '…', segment: { first: 0, last: 9_999 } };
  expect(vi.refusal(refusal)).toContain('Tem 1 đến 10.000 đã kích hoạt rồi');
  expect(en.refusal(refusal)).toContain('Stamps 1 to 10,000 are activated already');
  expect(vi.refusal({ ...refusal, segment: { first: 4, last: 4 } })).toContain('Tem 5 đã');
});

it("passes on the server's own messages for a refusal it has none for", () => {
  const refusal = { reason: 'toString', message: 'count: too big.', segment: null };
  expect(vi.refusal(refusal)).toContain('count: too big.');
  expect(en.refusal(refusal)).toContain('count: too big.');
});

it("writes days and times by Vietnam's clock", () => {
  expect(vi.figures.moment('2026-11-21T18:05:00.000Z')).toBe('22/11/2026 01:05');
  expect(en.figures.moment('2026-11-21T18:05:00.000Z')).toBe('22 November 2026 01:05');
});
