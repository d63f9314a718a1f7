/** Answers as lines of columns with tabs between them, for people and for other programs. */

export type Row = Record<string, unknown>;

/** One thing: a line a fact. */
export function lines(facts: Row): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}\t${cell(value)}\n`)
    .join('');
}

/** Many things: a line each under a line of column names. */
export function table(some: readonly Row[], columns: readonly string[] = Object.keys(some[0] ?? {})): string {
  const body = some.map((one) => columns.map((name) => cell(one[name])).join('\t'));
  return `${[columns.join('\t'), ...body].join('\n')}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  const written = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return written.replace(/\s+/g, ' ');
}
