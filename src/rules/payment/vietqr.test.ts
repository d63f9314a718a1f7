import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankOf, vietQrText } from './vietqr.ts';

/** CRC-16/CCITT-FALSE, written by its definition, apart from the library's table. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = ((crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff) >>> 0;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** EMVCo's fields: two digits of id, two of length, the value. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const length = Number(text.slice(at + 2, at + 4));
    fields.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}

describe('vietQrText', () => {
  it.each([
    // Published by three independent makers of such codes, alike.
    [
      { bin: '970403', number: '0011012345678' },
      180_000,
      'THANH TOAN DON HANG',
      '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62230819THANH TOAN DON HANG6304',
    ],
    [
      { bin: '970416', number: '257678859' },
      10_000,
      'CHUYEN TIEN',
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811CHUYEN TIEN6304',
    ],
  ])('%j, %i, %s', (account, amount, note, text) => {
    expect(vietQrText(account, amount, note)).toBe(text + crc16(text));
  });

  it('holds bank, account, sum and note in their fields, and its check sum fits', () => {
    const characters = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
    fc.assert(
      fc.property(
        fc.constantFrom('970436', '970422', '970403'),
        fc.string({ unit: characters, minLength: 1, maxLength: 19 }),
        fc.integer({ min: 1, max: 500_000_000 }),
        fc.string({ unit: characters, minLength: 1, maxLength: 25 }),
        (bin, number, amount, note) => {
          const text = vietQrText({ bin, number }, amount, note);
          const fields = fieldsOf(text);
          expect(fields.get('63')).toBe(crc16(text.slice(0, -4)));
          expect(fields.get('01')).toBe('12');
          expect(fields.get('53')).toBe('704');
          expect(fields.get('54')).toBe(String(amount));
          expect(fields.get('58')).toBe('VN');
          expect(fieldsOf(fields.get('62') ?? '').get('08')).toBe(note);
          const to = fieldsOf(fields.get('38') ?? '');
          expect(to.get('00')).toBe('A000000727');
          expect(to.get('02')).toBe('QRIBFTTA');
          expect([...fieldsOf(to.get('01') ?? '')]).toEqual([
            ['00', bin],
            ['01', number],
          ]);
        },
      ),
    );
  });

  const account = { bin: '970436', number: '0011001234567' };
  it.each([
    [{ ...account, bin: '999999' }, 1_000, 'MX', 'bank'],
    [{ ...account, number: '' }, 1_000, 'MX', 'account number'],
    [{ ...account, number: '12 34' }, 1_000, 'MX', 'account number'],
    [{ ...account, number: '1'.repeat(20) }, 1_000, 'MX', 'account number'],
    [account, 0, 'MX', 'amount'],
    [account, -1, 'MX', 'amount'],
    [account, 125_000.5, 'MX', 'amount'],
    [account, Number.NaN, 'MX', 'amount'],
    [account, 1e13, 'MX', 'amount'],
    [account, 1_000, '', 'note'],
    [account, 1_000, 'mật ong', 'note'],
    [account, 1_000, 'A'.repeat(26), 'note'],
  ])('refuses %j, %d, "%s"', (to, amount, note, what) => {
    expect(() => vietQrText(to, amount, note)).toThrow(new RegExp(`the ${what} is not right`));
  });
});

it('knows banks by their BIN', () => {
  expect(bankOf('970436')).toEqual({ bin: '970436', name: 'Vietcombank' });
  expect(bankOf('000000')).toBeNull();
});
