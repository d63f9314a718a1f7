/** Letters in a PDF: show operators while drawing, then the letters used as embedded fonts. */
import type { Glyph } from 'fontkit';
import { num, packStream, type PdfFile } from './pdf-file.ts';
import type { Face, SetText, TextRun } from './typeface.ts';

/** A font under way with the glyphs included so far; its published types mistake the number. */
interface Subset {
  /** The glyph's number in the subset: 1 for the first, the same again for the same glyph. */
  includeGlyph(glyph: Glyph): number;
  /** A TrueType file. */
  encode(): Uint8Array;
}

interface UsedFace {
  face: Face;
  /** Name among the resources of the page. */
  name: string;
  object: number;
  subset: Subset;
  /** By the number of the glyph in the subset: its width in 1/1000 em and what it stands for. */
  glyphs: { width: number; codePoints: number[] }[];
}

export class PdfType {
  readonly #file: PdfFile;
  readonly #used = new Map<Face, UsedFace>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /**
   * Operators that show a text with its first letter's origin at x, y (points, y upwards).
   * `condense` below 1 makes it narrower by that factor.
   */
  show(text: SetText, size: number, x: number, y: number, condense = 1): string {
    let start = 0;
    const runs = text.runs.map((run, i) => {
      const at = run.glyphs[0]?.at ?? 0;
      const move = i === 0 ? `${num(x)} ${num(y)}` : `${num((at - start) * size * condense)} 0`;
      start = at;
      const used = this.#use(run.face);
      return `/${used.name} ${num(size)} Tf ${move} Td ${letters(used, run)}TJ`;
    });
    const width = condense === 1 ? '' : `${num(condense * 100)} Tz `;
    const back = condense === 1 ? '' : ' 100 Tz';
    return `BT ${width}${runs.join(' ')}${back} ET\n`;
  }

  #use(face: Face): UsedFace {
    const known = this.#used.get(face);
    if (known) return known;
    const used: UsedFace = {
      face,
      name: `F${this.#used.size}`,
      object: this.#file.reserve(),
      subset: face.font.createSubset() as unknown as Subset,
      glyphs: [{ width: 0, codePoints: [0] }],
    };
    this.#used.set(face, used);
    return used;
  }

  /** The dictionary of the fonts, complete once everything is drawn. */
  fonts(): string {
    const entries = [...this.#used.values()].map(({ name, object }) => `/${name} ${object} 0 R`);
    return `<<${entries.join('')}>>`;
  }

  /** Writes the fonts with the letters that were shown. */
  async *end(): AsyncGenerator<Buffer> {
    for (const used of this.#used.values()) yield* embedded(this.#file, used);
  }
}

/** The array of the TJ operator: glyph numbers, and where a letter is not its own width apart. */
function letters(used: UsedFace, run: TextRun): string {
  const em = used.face.font.unitsPerEm;
  let array = '[<';
  run.glyphs.forEach(({ glyph, at }, i) => {
    const id = used.subset.includeGlyph(glyph);
    const width = (glyph.advanceWidth * 1000) / em;
    used.glyphs[id] ??= { width, codePoints: glyph.codePoints };
    array += hex4(id);
    const next = run.glyphs[i + 1];
    const back = next ? Math.round(width - (next.at - at) * 1000) : 0;
    if (back !== 0) array += `>${back}<`;
  });
  return `${array}>]`;
}

const hex4 = (n: number) => n.toString(16).padStart(4, '0');

/** A composite font with two-byte glyph numbers (ISO 32000-1, 9.7). */
async function* embedded(file: PdfFile, used: UsedFace): AsyncGenerator<Buffer> {
  const { font } = used.face;
  const per1000 = 1000 / font.unitsPerEm;
  const scaled = (...values: number[]) => values.map((value) => num(value * per1000)).join(' ');
  const [program, unicode, descriptor, descendant] = [0, 0, 0, 0].map(() => file.reserve()) as [
    number,
    number,
    number,
    number,
  ];
  // Six capitals mark a subset, one combination for each in the file.
  const tag = `OCOPA${used.name.replace(/\D/g, '').replace(/./g, (n) => String.fromCharCode(65 + Number(n)))}`;
  const name = `${tag}+${font.postscriptName}`;
  const truetype = used.subset.encode();
  yield file.stream(program, await packStream(truetype, `/Length1 ${truetype.length}`));
  yield file.stream(unicode, await packStream(unicodeMap(used.glyphs.map((g) => g.codePoints))));
  yield file.object(
    descriptor,
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/ItalicAngle 0/StemV 80` +
      `/FontBBox[${scaled(font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY)}]` +
      `/Ascent ${scaled(font.ascent)}/Descent ${scaled(font.descent)}` +
      `/CapHeight ${scaled(font.capHeight)}/FontFile2 ${program} 0 R>>`,
  );
  const widths = used.glyphs.map(({ width }) => num(width)).join(' ');
  yield file.object(
    descendant,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDToGIDMap/Identity` +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      `/FontDescriptor ${descriptor} 0 R/W[0[${widths}]]>>`,
  );
  yield file.object(
    used.object,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H` +
      `/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
  );
}

/** From glyph numbers to text, for search, copying and screen readers (ISO 32000-1, 9.10.3). */
function unicodeMap(codePoints: number[][]): string {
  const rows = codePoints.map((points, id) => {
    const utf16 = Buffer.from(String.fromCodePoint(...points), 'utf16le').swap16();
    return `<${hex4(id)}> <${utf16.toString('hex')}>`;
  });
  const blocks: string[] = [];
  // A block holds a hundred rows at most.
  for (let i = 0; i < rows.length; i += 100) {
    const block = rows.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
