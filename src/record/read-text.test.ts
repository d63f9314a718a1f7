import { describe, expect, test } from 'vitest';
import { decoded } from './read-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function messageOf(bytes: Uint8Array): string {
  const read = decoded(bytes);
  return read.ok ? '' : read.message;
}

describe('the text of a file', () => {
  test('loses its byte order mark, and gets composed letters everywhere but in addresses', () => {
    expect(decoded(utf8('\ufeffname: Mắm'))).toEqual({ ok: true, text: 'name: Mắm' });
    const address = `https://example.vn/${'quyết'.normalize('NFD')}.pdf`;
    const parts = 'Mắm nêm'.normalize('NFD');
    expect(decoded(utf8(`name: ${parts}\nurl: ${address}\n`))).toEqual({
      ok: true,
      text: `name: Mắm nêm\nurl: ${address}\n`,
    });
  });

  test('of another code is told with byte, line and how to save it', () => {
    // "Mắm" of Windows-1258: m, ă (0xE3), a combining acute (0xEC), m.
    const bytes = new Uint8Array([...utf8('id: x\nname: M'), 0xe3, 0xec, 0x6d, 0x0a]);
    expect(messageOf(bytes)).toMatch(
      /^byte 14 \(0xE3, line 2\) is not UTF-8.*Windows-1258.*Encoding "UTF-8"/,
    );
    expect(messageOf(new Uint8Array([...utf8('Mắ').subarray(0, 3)]))).toMatch(/^byte 2 /);
    expect(messageOf(new Uint8Array([0xff, 0xfe, 0x4d, 0x00]))).toMatch(/UTF-16/);
  });

  test.each([
    ['read as Windows-1252', 'name: Máº¯m nÃªm'],
    ['with a sign for a lost letter', 'name: M\ufffdm'],
    ['with byte 0', 'name: M\u0000m'],
  ])('%s is told with its line', (_what, text) => {
    expect(messageOf(utf8(`id: x\n${text}`))).toMatch(/^line 2 holds letters that were broken/);
  });

  test.each(['Ấn Độ Ư Ơ Ă Đ á à â', 'CHÂU Á – ĐẠI', 'Ä Ö Ü', '25 °C'])('sound letters stay: %s', (text) => {
    expect(decoded(utf8(text))).toEqual({ ok: true, text });
  });
});
