import writeXlsxFile from 'write-excel-file/node';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows as CSV that spreadsheets take for UTF-8. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Rows as a sheet whose first row is bold. */
export function xlsxFile(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const data = rows.map((row, at) =>
    row.map((value) => ({ value, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) })),
  );
  return writeXlsxFile(data, { columns: (rows[0] ?? []).map(() => ({ width: 18 })) }).toBuffer();
}
