import { todayInVietnam } from '@ocop/rules/date';
import writeXlsxFile from 'write-excel-file/node';
import type { WholeStatement } from './read-statements.ts';
import { fileWords } from './statement-words.ts';

type Cell = { value?: string | number; type?: StringConstructor | NumberConstructor } & Record<
  string,
  unknown
>;

const text = (value: string): Cell => ({ value, type: String, wrap: true });
const head = (value: string): Cell => ({ ...text(value), fontWeight: 'bold' });
const dong = (value: number): Cell => ({ value, type: Number, format: '#,##0' });

/** A producer's month as a workbook: what it comes to, every sum, and what was noted by hand. */
export function statementFile(
  { producer, sums, lines, entries }: WholeStatement,
  month: string,
  lang: 'vi' | 'en',
): Promise<Buffer> {
  const words = fileWords[lang];
  const summary: Cell[][] = [
    [head(words.title(month))],
    [text(producer.name || words.unknown)],
    [],
    [text(words.came.transfer), dong(sums.came.transfer)],
    [text(words.came.card), dong(sums.came.card)],
    [text(words.came.cod), dong(sums.came.cod)],
    ...(sums.came.other === 0 ? [] : [[text(words.came.other), dong(sums.came.other)]]),
    [text(words.back), dong(-sums.back)],
    [text(words.fees), dong(-sums.fees)],
    [text(words.paidOut), dong(-sums.paidOut)],
    [head(words.balance), { ...dong(sums.balance), fontWeight: 'bold' }],
    [],
    [text(words.explain)],
  ];
  const moves: Cell[][] = [
    words.columns.map(head),
    ...lines.map(({ at, order, way, use, goods, delivery, amount, share }) => [
      text(todayInVietnam(new Date(at))),
      text(order),
      text(words.came[way]),
      text(words.uses[use]),
      dong(goods),
      dong(delivery),
      dong(amount),
      dong(share),
    ]),
  ];
  const noted: Cell[][] = [
    words.entryColumns.map(head),
    ...entries.map(({ at, kind, amount, remark, takenBack }) => [
      text(todayInVietnam(new Date(at))),
      text(words.kinds[kind]),
      dong(amount),
      text(remark),
      text(takenBack ?? ''),
    ]),
  ];
  return writeXlsxFile([
    { data: summary, sheet: words.sheets.summary, columns: [{ width: 44 }, { width: 18 }] },
    {
      data: moves,
      sheet: words.sheets.lines,
      columns: [12, 14, 24, 24, 14, 14, 16, 16].map((width) => ({ width })),
    },
    { data: noted, sheet: words.sheets.entries, columns: [12, 16, 14, 40, 40].map((width) => ({ width })) },
  ]).toBuffer();
}
