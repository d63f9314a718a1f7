/** The text of a file of the record: UTF-8, composed letters, or why it is not and what to do. */
import { readFileSync } from 'node:fs';

export type ReadText = { ok: true; text: string } | { ok: false; message: string };

const HOW_TO_SAVE =
  'open it in the program it was written with and save it again as UTF-8 (Notepad: Save as, Encoding "UTF-8"; VS Code: Reopen with Encoding "Vietnamese (Windows 1258)", then Save with Encoding "UTF-8")';

/** UTF-8 that was once read as another code: 'á' and 'Ã' are never followed by these signs in Vietnamese. */
const READ_WRONGLY = /á[º»]|Ã[\u0080-\u00bf]|Æ[°¡]|Ä[\u0090‘ƒ]/u;

/**
 * Reads a file. Letters that stand as base and mark (NFD, as macOS and some portals write them) come back as one
 * (NFC), so that equal words are equal; a byte order mark is left out. Never throws: what cannot be read
 * is told.
 */
export function readText(path: string): ReadText {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { ok: false, message: `it cannot be read (${code}); check that it is a file and who may read it` };
  }
  return decoded(bytes);
}

/** What the bytes of a file say. */
export function decoded(bytes: Uint8Array): ReadText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { ok: false, message: `it is saved as UTF-16 ("Unicode"), not as UTF-8; ${HOW_TO_SAVE}` };
  }
  const bad = firstBadByte(bytes);
  if (bad !== null) {
    const value = `0x${(bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
    const message = `byte ${bad + 1} (${value}, line ${lineOf(bytes, bad)}) is not UTF-8: the file is saved in another code, such as Windows-1258; ${HOW_TO_SAVE}`;
    return { ok: false, message };
  }
  const text = new TextDecoder().decode(bytes);
  const wrong = [text.search(READ_WRONGLY), text.indexOf('\u0000'), text.indexOf('\ufffd')];
  const [at] = wrong.filter((position) => position >= 0);
  if (at !== undefined) {
    const line = text.slice(0, at).split('\n').length;
    return {
      ok: false,
      message: `line ${line} holds letters that were broken when the text was saved or copied ("${printable(text.slice(at, at + 8))}"); write them anew from the source`,
    };
  }
  return { ok: true, text: composed(text) };
}

/**
 * Composed letters, but in web addresses: a server knows a file by the letters it was given.
 */
function composed(text: string): string {
  const whole = text.normalize('NFC');
  if (whole === text) return text;
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, n) => (n % 2 === 1 ? part : part.normalize('NFC')))
    .join('');
}

function printable(text: string): string {
  return (text.split('\n')[0] ?? '').replaceAll('\u0000', '\\0');
}

function lineOf(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let at = 0; at < position; at += 1) if (bytes[at] === 0x0a) line += 1;
  return line;
}

/** Position of the first byte that does not go on in UTF-8, or null. */
function firstBadByte(bytes: Uint8Array): number | null {
  if (isUtf8(bytes, false)) return null;
  // The longest sound beginning, by halving; a letter that is cut at its end is not a fault yet.
  let sound = 0;
  let wrong = bytes.length;
  while (wrong - sound > 1) {
    const middle = (sound + wrong) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) sound = middle;
    else wrong = middle;
  }
  // Back to where the letter begins that does not go on.
  while (!isUtf8(bytes.subarray(0, sound), false)) sound -= 1;
  return sound;
}

/** @param cut whether the last letter may be incomplete */
function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}
