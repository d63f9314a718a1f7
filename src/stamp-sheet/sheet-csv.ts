/** The stamps of an order as a table, for print houses that set their own label. */
import { Readable } from 'node:stream';
import type { SheetText } from './label-text.ts';
import { codeGroups, type StampLabel } from './plan.ts';
import { useByText } from './label-messages.ts';

/** Rows sent at once: enough to be quick, few enough to let others have their turn. */
const ROWS_A_CHUNK = 500;

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel breaks Vietnamese. Columns
 * code, url, serial (the code in groups), product, lot, use_by (as it is printed). Rows are made
 * only as fast as they are read.
 */
export function stampCsv(labels: Iterable<StampLabel>, text: SheetText): Readable {
  return Readable.from(csvChunks(labels, text), { objectMode: false });
}

async function* csvChunks(labels: Iterable<StampLabel>, text: SheetText): AsyncGenerator<string> {
  const shared = [text.product, text.lot ?? '', text.useBy ? useByText(text.useBy) : ''].map(cell).join(',');
  let chunk = '\ufeffcode,url,serial,product,lot,use_by\r\n';
  let rows = 0;
  for (const { code, url } of labels) {
    chunk += `${cell(code)},${cell(url)},${cell(codeGroups(code).join(' '))},${shared}\r\n`;
    rows += 1;
    if (rows % ROWS_A_CHUNK !== 0) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/**
 * One cell. A text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP
 * advises against CSV injection.
 */
function cell(text: string): string {
  const safe = /^\s*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
