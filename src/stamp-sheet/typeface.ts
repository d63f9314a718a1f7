/**
 * Be Vietnam Pro, the typeface of the site, set for paper. Its letters come in three files by
 * script (Latin with â, ê, ô; Vietnamese with ă, đ, ơ, ư and all tones; the rest of Latin), so a
 * word may take letters of two files: a text is set as runs, each of one file.
 */
import { create, type Font, type Glyph } from 'fontkit';
import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';

export type Weight = 'medium' | 'bold';

/** One file of the typeface. */
export interface Face {
  name: string;
  font: Font;
}

/** A letter in its place. Lengths are in em. */
export interface SetGlyph {
  glyph: Glyph;
  /** From the start of the text to the letter's origin. */
  at: number;
}

export interface TextRun {
  face: Face;
  glyphs: SetGlyph[];
}

/** A text set in one line. Lengths are in em; ink is measured from the baseline, up and down. */
export interface SetText {
  text: string;
  runs: TextRun[];
  width: number;
  inkAbove: number;
  inkBelow: number;
}

/** Height of the small letters in em: what the law measures type by (NĐ 43/2017/NĐ-CP, Đ.6). */
export const X_HEIGHT = 0.53;

const WEIGHTS = { medium: 500, bold: 700 };
const SCRIPTS = ['latin', 'vietnamese', 'latin-ext'];
const faces = new Map<string, Face>();

function face(script: string, weight: Weight): Face {
  const name = `${script}-${WEIGHTS[weight]}`;
  const known = faces.get(name);
  if (known) return known;
  const file = import.meta.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${name}-normal.woff`);
  const font = create(readFileSync(new URL(file)));
  if (!('createSubset' in font)) throw new Error(`${file} holds several fonts`);
  const opened = { name, font };
  faces.set(name, opened);
  return opened;
}

function faceFor(character: string, weight: Weight): Face | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  return SCRIPTS.map((script) => face(script, weight)).find(({ font }) =>
    font.hasGlyphForCodePoint(codePoint),
  );
}

/** Fitting a label asks for the same lines in many sizes; setting one takes a millisecond. */
const setLines = new LRUCache<string, SetText>({ max: 2_000 });

/** Sets one line, kerned. White space counts as single spaces; a letter of no file becomes '?'. */
export function setText(text: string, weight: Weight): SetText {
  const key = `${weight} ${text}`;
  const cached = setLines.get(key);
  if (cached) return cached;
  const set = setNew(text, weight);
  setLines.set(key, set);
  return set;
}

function setNew(text: string, weight: Weight): SetText {
  const clean = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const pieces: { face: Face; text: string }[] = [];
  for (const character of clean) {
    const own = faceFor(character, weight);
    const used = own ?? face('latin', weight);
    const last = pieces.at(-1);
    if (last?.face === used) last.text += own ? character : '?';
    else pieces.push({ face: used, text: own ? character : '?' });
  }
  const set: SetText = { text: clean, runs: [], width: 0, inkAbove: 0, inkBelow: 0 };
  for (const piece of pieces) set.runs.push(setRun(piece.face, piece.text, set));
  return set;
}

/** Sets a run behind what is set already and widens the bounds of `set` to it. */
function setRun(from: Face, text: string, set: SetText): TextRun {
  const em = from.font.unitsPerEm;
  // Ligatures would hide letters from whoever searches or copies the text.
  const { glyphs, positions } = from.font.layout(text, { liga: false });
  const run: TextRun = { face: from, glyphs: [] };
  glyphs.forEach((glyph, i) => {
    run.glyphs.push({ glyph, at: set.width });
    set.width += (positions[i]?.xAdvance ?? glyph.advanceWidth) / em;
    // A space has no ink: its box is empty and its bounds infinite.
    if (!Number.isFinite(glyph.bbox.maxY)) return;
    set.inkAbove = Math.max(set.inkAbove, glyph.bbox.maxY / em);
    set.inkBelow = Math.max(set.inkBelow, -glyph.bbox.minY / em);
  });
  return run;
}

/** Between the characters of a readable code, in em. */
const CODE_TRACKING = 0.03;
const codeGlyphs = new Map<string, Glyph>();

/**
 * Sets groups of a readable code: capitals, digits and spaces, a little apart and not kerned, so
 * that a character looks the same wherever it stands.
 */
export function setCode(text: string): SetText {
  const used = face('latin', 'medium');
  const em = used.font.unitsPerEm;
  const glyphs: SetGlyph[] = [];
  let width = 0;
  for (const character of text) {
    let glyph = codeGlyphs.get(character);
    if (!glyph) {
      glyph = used.font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      codeGlyphs.set(character, glyph);
    }
    glyphs.push({ glyph, at: width });
    width += glyph.advanceWidth / em + CODE_TRACKING;
  }
  const inkAbove = used.font.capHeight / em;
  return { text, runs: [{ face: used, glyphs }], width: width - CODE_TRACKING, inkAbove, inkBelow: 0.02 };
}
