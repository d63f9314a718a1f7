/**
 * The spelling of Vietnamese syllables, to tell a word typed in Telex or VNI from one that only
 * looks so. Vowel marks are written as VNI digits (6 circumflex, 7 horn, 8 breve, đ as d9) to
 * keep the tables readable; tones apart.
 */

export const INITIALS = new Set(
  ' b c ch d d9 g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x br kr pl d9r'.split(' '),
);

/** Every rime in use, k beside c for names of the highlands (Đắk, Búk). */
export const RIMES = new Set(
  `a ac ach ai ak am an ang anh ao ap at au ay
  a8c a8k a8m a8n a8ng a8p a8t
  a6c a6m a6n a6ng a6p a6t a6u a6y
  e ec ek em en eng eo ep et
  e6 e6ch e6k e6m e6n e6nh e6p e6t e6u
  i ia ich ik im in inh ip it iu ie6c ie6m ie6n ie6ng ie6p ie6t ie6u
  o oc oi ok om on ong op ot
  oa oac oach oai oam oan oang oanh oao oap oat oay oa8c oa8m oa8n oa8ng oa8t oe oem oen oeo oet
  o6 o6c o6i o6k o6m o6n o6ng o6p o6t
  o7 o7i o7m o7n o7p o7t
  u ua uc ui uk um un ung up ut
  ua6n ua6ng ua6t ua6y ue6 ue6ch ue6n ue6nh ue6t uo6c uo6i uo6m uo6n uo6ng uo6t uo7
  uy uya uych uye6n uye6t uyn uynh uyp uyt uyu
  u7 u7a u7c u7i u7m u7n u7ng u7t u7u
  u7o7c u7o7i u7o7m u7o7n u7o7ng u7o7p u7o7t u7o7u
  y ych ye6m ye6n ye6ng ye6t ye6u yn ynh yt`.split(/\s+/),
);

/** Front vowels are written with k, gh, ngh; the others with c, g, ng. */
function agrees(initial: string, rime: string): boolean {
  const front = /^[eiy]/.test(rime);
  if (initial === 'c' || initial === 'ng') return !front;
  if (initial === 'g') return !front || rime.startsWith('i');
  if (initial === 'gh' || initial === 'ngh') return front;
  return true;
}

/** A syllable closed by c, ch, k, p or t takes no tone but sắc and nặng. */
function takesTone(rime: string, tone: number): boolean {
  return !/(c|ch|k|p|t)$/.test(rime) || tone === 0 || tone === 1 || tone === 5;
}

/**
 * True when the spelling is one Vietnamese syllable: an initial, a rime and a tone that go
 * together. `spelling` is lower case with VNI vowel digits; `tone` 0–5 as none, sắc, huyền, hỏi,
 * ngã, nặng. Untoned closed syllables pass, for people leave the tone out.
 */
export function isSyllable(spelling: string, tone: number): boolean {
  for (let length = 0; length <= Math.min(3, spelling.length); length += 1) {
    const [initial, rime] = [spelling.slice(0, length), spelling.slice(length)];
    if (!INITIALS.has(initial) || !RIMES.has(rime)) continue;
    if (agrees(initial, rime) && takesTone(rime, tone)) return true;
  }
  return false;
}

/** Shortest word in which a slip of one key may be forgiven, in letters. */
export const SLIP_FROM = 6;

/**
 * Every syllable of {@link SLIP_FROM} letters or more, without marks: words that are right as they stand, and
 * that a slip of one key would turn into each other ('phuong', 'thuong').
 */
export const longSyllables: ReadonlySet<string> = new Set(
  [...INITIALS].flatMap((initial) =>
    [...RIMES]
      .filter((rime) => isSyllable(initial + rime, 0))
      .map((rime) => (initial + rime).replace(/\d/g, ''))
      .filter((syllable) => syllable.length >= SLIP_FROM),
  ),
);
