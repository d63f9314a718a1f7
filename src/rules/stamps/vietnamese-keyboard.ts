/**
 * A code typed while a Vietnamese keyboard was on. It takes keys for marks: Telex writes Ư for W, Â for
 * AA, Á for AS; VNI writes Á for A1, Đ for D9. Which keys were pressed cannot be told for sure, because
 * the key of a mark may be typed anywhere behind its letter. So this rule only lists what may have been
 * pressed, likeliest first; the code's own check says which of it is a code.
 */
import { isCrockford, normaliseTyped } from './crockford.ts';

type Method = 'telex' | 'vni';

/** A key; `word` counts the words, for no mark reaches over a space or a dash. */
interface Key {
  sign: string;
  word: number;
}

/** A key that stands in the text as a mark of the letter `of`. */
interface Hidden {
  sign: string;
  of: Key;
}

interface Pressed {
  keys: Key[];
  hidden: Hidden[];
}

/** Combining marks (Unicode NFD) and the key that sets each. */
const marks: Record<string, { telex: string | null; vni: string }> = {
  '\u0301': { telex: 'S', vni: '1' },
  '\u0300': { telex: 'F', vni: '2' },
  '\u0309': { telex: 'R', vni: '3' },
  '\u0303': { telex: 'X', vni: '4' },
  '\u0323': { telex: 'J', vni: '5' },
  // In Telex the letter itself, once more.
  '\u0302': { telex: null, vni: '6' },
  '\u031B': { telex: 'W', vni: '7' },
  '\u0306': { telex: 'W', vni: '8' },
};

/** Keys a method takes for marks, and swallows where they are pressed twice. */
const markKeys: Record<Method, string> = { telex: 'SFRXJZAEDWO0', vni: '123456789' };
const toneKeys: Record<Method, string> = { telex: 'SFRXJ', vni: '12345' };

/** Readings listed for one text. Each costs its check; more than a few are never needed. */
export const MOST_READINGS = 1_500;
/** Arrangements looked at, many of which come to the same reading. */
const MOST_TRIES = 20_000;
/** How far, all in all, keys may stand behind the letters they mark. */
const FARTHEST = 24;
/** No more hidden keys than this are looked for: a code has a handful, a sentence has many. */
const MOST_HIDDEN = 9;
/** Twice a code, with spaces. Nothing longer was a code. */
const LONGEST = 60;

/** The letters of a text that only a Vietnamese keyboard writes, each once, capitals. */
export function vietnameseLetters(text: string): string[] {
  const found =
    text
      .normalize('NFC')
      .toUpperCase()
      .match(/[\u00C0-\u1EF9]\p{M}*/gu) ?? [];
  return [...new Set(found)];
}

/**
 * What may have been typed where `text` came out, in the printed form, each reading once.
 * @param length characters of the code
 * @returns none where the text holds no trace of a Vietnamese keyboard, or too much of it
 */
export function readingsOfKeys(text: string, length: number): string[] {
  if (text.length > LONGEST) return [];
  const readings = new Set<string>();
  let tries = 0;
  for (const method of ['telex', 'vni'] as const) {
    const pressed = pressedKeys(text, method);
    if (!pressed) continue;
    for (const { keys, hidden } of withSwallowed(pressed, length, method)) {
      for (const reading of arranged(keys, hidden)) {
        const code = normaliseTyped(reading);
        if (isCrockford(code, length)) readings.add(code);
        tries += 1;
        if (readings.size >= MOST_READINGS || tries >= MOST_TRIES) return [...readings];
      }
    }
  }
  return [...readings];
}

/** The text taken apart; null where this method cannot have written it, or no code was meant. */
function pressedKeys(text: string, method: Method): Pressed | null {
  const keys: Key[] = [];
  const hidden: Hidden[] = [];
  let word = 0;
  for (const sign of text.normalize('NFKC').toUpperCase().normalize('NFD')) {
    const mark = marks[sign];
    const last = keys.at(-1);
    if (/[\s\p{Pd}\p{Cf}]/u.test(sign)) word += 1;
    else if (sign === 'Đ') {
      const letter = { sign: 'D', word };
      keys.push(letter);
      hidden.push({ sign: method === 'telex' ? 'D' : '9', of: letter });
    } else if (mark === undefined) keys.push({ sign, word });
    else if (!last) return null;
    else if (sign === '\u031B' && last.sign === 'U') {
      // No code has a U: W alone wrote it.
      if (method === 'vni') return null;
      last.sign = 'W';
    } else hidden.push({ sign: mark[method] ?? last.sign, of: last });
  }
  const isCode = hidden.length <= MOST_HIDDEN && keys.every(({ sign }) => /^[0-9A-Z]$/.test(sign));
  return isCode ? { keys, hidden } : null;
}

/**
 * The keys, with those added that a method swallowed: the second press that takes a mark back (`ASS`
 * gives `AS`), and a mark that a later one replaced (`ASF` gives `À`).
 */
function* withSwallowed({ keys, hidden }: Pressed, length: number, method: Method): Generator<Pressed> {
  const missing = length - keys.length - hidden.length;
  if (missing === 0 && hidden.length + keys.filter(({ sign }) => sign === 'W').length > 0) {
    yield { keys, hidden };
  }
  if (missing !== 1 && missing !== 2) return;
  for (const again of choices(keys, missing, method)) {
    yield { keys: keys.flatMap((key) => (again.includes(key) ? [key, { ...key }] : [key])), hidden };
  }
  if (missing !== 1) return;
  for (const { of, sign } of hidden) {
    const others = toneKeys[method].includes(sign) ? toneKeys[method] : shapeKeys(of, method);
    for (const other of others) yield { keys, hidden: [...hidden, { sign: other, of }] };
  }
}

/** Keys that mark a letter's shape, as against its tone. */
function shapeKeys({ sign }: Key, method: Method): string {
  return method === 'telex' ? `${sign}W` : '678';
}

/** Every choice of as many keys as were swallowed, of those that are pressed twice to take a mark back. */
function choices(keys: readonly Key[], count: number, method: Method): Key[][] {
  const able = keys.filter(({ sign }) => markKeys[method].includes(sign));
  if (count === 1) return able.map((key) => [key]);
  return able.flatMap((key, at) => able.slice(at + 1).map((other) => [key, other]));
}

/** The hidden keys put back among the others, those that stand nearest to their letters first. */
function* arranged(keys: readonly Key[], hidden: readonly Hidden[]): Generator<string> {
  for (let far = 0; far <= FARTHEST; far += 1) yield* placed(keys, hidden, far);
}

/** Every way to put the hidden keys exactly `far` places, added up, from where they are nearest. */
function* placed(keys: readonly Key[], hidden: readonly Hidden[], far: number): Generator<string> {
  const [first, ...rest] = hidden;
  if (!first) {
    if (far === 0) yield keys.map(({ sign }) => sign).join('');
    return;
  }
  const { of, sign } = first;
  const at = keys.indexOf(of);
  const nearest = rest.length > 0 ? 0 : far;
  for (let distance = nearest; distance <= far; distance += 1) {
    const behind = at + 1 + distance;
    if (keys[behind - 1]?.word === of.word) {
      yield* placed(inserted(keys, behind, { sign, word: of.word }), rest, far - distance);
    }
    // A tone wanders to the vowel that ends up bearing it, past the one its key was typed behind.
    const before = at + 1 - distance;
    if (distance > 0 && isTone(sign) && keys[before - 1]?.word === of.word) {
      yield* placed(inserted(keys, before, { sign, word: of.word }), rest, far - distance);
    }
  }
}

function isTone(sign: string): boolean {
  return `${toneKeys.telex}${toneKeys.vni}`.includes(sign);
}

function inserted(keys: readonly Key[], at: number, key: Key): Key[] {
  return [...keys.slice(0, at), key, ...keys.slice(at)];
}
