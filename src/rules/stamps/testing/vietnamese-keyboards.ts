/** Vietnamese keyboards as they behave on phones and computers, for tests of what is typed on them. */

export interface KeyboardHabits {
  method: 'telex' | 'vni';
  /** Whether a mark's key may come letters behind its vowel ("free marking"). */
  free: boolean;
  /** Whether Telex begins a new word behind a digit, as most do; VNI's digits are marks. */
  digitsEndWords: boolean;
}

const VOWELS = 'AEIOUY';
const TONES = { telex: 'SFRXJ', vni: '12345' };
const TONE_MARKS = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const CIRCUMFLEX = '\u0302';
const HORN = '\u031B';
const BREVE = '\u0306';

interface Letter {
  base: string;
  shape: string;
  tone: string;
}

/** Stands for the stroke of Đ, which Unicode has no mark for. */
const STROKE = '-';

const written = ({ base, shape, tone }: Letter) =>
  shape === STROKE ? 'Đ' : (base + shape + tone).normalize('NFC');

/** What comes out when the keys are pressed one after another. */
export function typedOn({ method, free, digitsEndWords }: KeyboardHabits, keys: string): string {
  let out = '';
  let word: Letter[] = [];
  /** A mark taken back once is not set again in this word. */
  let undone = false;
  const end = () => {
    out += word.map(written).join('');
    word = [];
    undone = false;
  };
  for (const key of keys) {
    const sign = key.toUpperCase();
    if (!/[A-Z\d]/.test(sign) || (method === 'telex' && digitsEndWords && /\d/.test(sign))) {
      end();
      out += key;
    } else if (undone || !mark(word, sign)) {
      if (!undone && method === 'telex' && sign === 'W') word.push({ base: 'U', shape: HORN, tone: '' });
      else word.push({ base: sign, shape: '', tone: '' });
    }
  }
  end();
  return out;

  /** Whether the key was taken for a mark. */
  function mark(letters: Letter[], sign: string): boolean {
    const reach = free ? letters : letters.slice(-1);
    return setTone(reach, sign) || setShape(reach, sign);
  }

  function setTone(letters: Letter[], sign: string): boolean {
    const tone = TONE_MARKS[TONES[method].indexOf(sign)];
    const vowel = letters.findLast(({ base }) => VOWELS.includes(base));
    const toned = letters.find((letter) => letter.tone !== '');
    if (sign === (method === 'telex' ? 'Z' : '0') && toned) {
      toned.tone = '';
      return true;
    }
    if (tone === undefined || !vowel) return false;
    if (toned?.tone === tone) {
      toned.tone = '';
      undone = true;
      return false;
    }
    if (toned) toned.tone = '';
    vowel.tone = tone;
    return true;
  }

  function setShape(letters: Letter[], sign: string): boolean {
    const target = letters.findLast(({ base }) => shapeFor(base, sign) !== null);
    const shape = target ? shapeFor(target.base, sign) : null;
    if (!target || shape === null) return false;
    if (target.shape === shape) {
      // Ư that W alone wrote becomes W again.
      if (method === 'telex' && sign === 'W' && target.base === 'U') {
        target.base = 'W';
        target.shape = '';
        undone = true;
        return true;
      }
      target.shape = '';
      undone = true;
      return false;
    }
    target.shape = shape;
    return true;
  }

  function shapeFor(base: string, sign: string): string | null {
    if (method === 'telex') {
      if (sign === base && 'AEO'.includes(base)) return CIRCUMFLEX;
      if (sign === 'D' && base === 'D') return STROKE;
      if (sign === 'W') return base === 'A' ? BREVE : 'OU'.includes(base) ? HORN : null;
      return null;
    }
    if (sign === '6' && 'AEO'.includes(base)) return CIRCUMFLEX;
    if (sign === '7' && 'OU'.includes(base)) return HORN;
    if (sign === '8' && base === 'A') return BREVE;
    return sign === '9' && base === 'D' ? STROKE : null;
  }
}
