/** Which slice of a list is wanted: at most `limit` things after the first `offset`. */
export interface Page {
  limit: number;
  offset: number;
}

/** A slice, and how many things the whole list has. */
export interface Paged<T> {
  items: T[];
  count: number;
}

/** A slice read with `count(*) over ()` as `total`; past the end of the list the count is 0. */
export function paged<R extends { total: number }, T>(
  rows: readonly R[],
  read: (row: Omit<R, 'total'>) => T,
): Paged<T> {
  const items = rows.map(({ total: _, ...row }) => read(row));
  return { items, count: rows[0]?.total ?? 0 };
}

/** An instant as the database hands it out, in ISO 8601 and UTC. */
export function isoInstant(at: string | Date): string {
  return new Date(at).toISOString();
}
