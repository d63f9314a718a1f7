import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTableFile } from './read-table.ts';
import { SHEET_BOUNDS } from './sheet-bounds.ts';

const xml = (root: string, inner = '') =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root}>${inner}</${root.replace(/ .*$/s, '')}>`;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** An XLSX file whose sheet is written by hand. */
function xlsx(sheet: string, more: Record<string, Uint8Array> = {}): Buffer {
  const parts = {
    'xl/workbook.xml': xml(
      `workbook xmlns="${main}" xmlns:r="${office}"`,
      '<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>',
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `Relationships xmlns="${relations}"`,
      `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
    ),
    'xl/styles.xml': xml(`styleSheet xmlns="${main}"`),
    'xl/worksheets/sheet1.xml': xml(`worksheet xmlns="${main}"`, sheet),
  };
  const packed = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return Buffer.from(zipSync({ ...packed, ...more }));
}
const cell = (place: string, row: number | string) =>
  `<row r="${row}"><c r="${place}" t="inlineStr"><is><t>x</t></is></c></row>`;
const read = async (file: Buffer) => {
  const answer = await readTableFile(file);
  return answer.ok ? answer.rows : answer.reason;
};

describe('a table', () => {
  it('is read from XLSX as it was written', async () => {
    const rows = [
      ['lô', 'bước'],
      ['A-1', 'thu hoạch'],
    ];
    const file = await writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
    expect(await read(file)).toEqual(rows);
    expect(await read(xlsx(`<sheetData>${cell('B2', 2)}</sheetData>`))).toEqual([
      [null, null],
      [null, 'x'],
    ]);
  });

  it('is read from CSV with any of three separators', async () => {
    for (const separator of [',', ';', '\t']) {
      expect(await read(Buffer.from(`\ufefflô${separator}bước\r\nA${separator}"b ""c"""\r\n`))).toEqual([
        ['lô', 'bước'],
        ['A', 'b "c"'],
      ]);
    }
  });

  it('that is none is said to be none', async () => {
    for (const file of [Buffer.from([0xff, 0xfe, 0]), Buffer.from('PK damaged'), Buffer.from('"open')]) {
      expect(await read(file)).toBe('not-a-table');
    }
  });
});

describe('a file made to stop the server is refused before it is laid out', () => {
  const zeros = new Uint8Array(SHEET_BOUNDS.unpackedBytes + 1);
  it.each([
    ['one cell at the far corner', xlsx(`<sheetData>${cell('XFD1048576', 1_048_576)}</sheetData>`)],
    [
      'the far corner as its size',
      xlsx(`<dimension ref="A1:XFD1048576"/><sheetData>${cell('A1', 1)}</sheetData>`),
    ],
    ['one cell far below', xlsx(`<sheetData>${cell('A1048576', 1_048_576)}</sheetData>`)],
    ['one cell far right', xlsx(`<sheetData>${cell('XFD1', 1)}</sheetData>`)],
    ['a row far below', xlsx(`<sheetData><row r='1048576'><c><v>1</v></c></row></sheetData>`)],
    ['too many cells', xlsx(`<sheetData><row r="1">${'<c><v>1</v></c>'.repeat(100_001)}</row></sheetData>`)],
    ['a kilobyte that unpacks to megabytes', xlsx('<sheetData/>', { 'xl/media/a.bin': zeros })],
    [
      'many small parts',
      xlsx('', Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.xml`, strToU8('x')]))),
    ],
    ['a CSV of separators', Buffer.from(','.repeat(2_000_000))],
    ['a CSV of line ends', Buffer.from('\n'.repeat(2_000_000))],
  ])('%s', async (_what, file) => {
    const before = process.memoryUsage().rss;
    expect(await read(file)).toBe('table-too-large');
    // The thread's own bound and some; unbounded, the first of them ends a process of four gigabytes.
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });

  it('one that tells its places in another spelling costs the thread alone', async () => {
    const hidden = xlsx(`<sheetData>${cell('&#88;FD1048576', '1&#48;48576')}</sheetData>`);
    expect(await read(hidden)).toMatch(/^(not-a-table|table-too-large)$/);
    expect(await read(Buffer.from('a,b\n'))).toEqual([['a', 'b']]);
  });
});

it('many at once wait their turn, and beyond a few are told to come again', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => read(Buffer.from('a,b\n'))));
  expect(answers.filter((answer) => answer === 'tables-busy')).toHaveLength(3);
});
