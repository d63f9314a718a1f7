/** Bytes of a body, both ends inclusive. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The one range of bytes a request asks for (RFC 9110, 14.2).
 * @param header `Range`
 * @param size of the body, in bytes
 * @returns null where the whole body is to be sent: no range, another unit, several ranges, or a range that
 *   is not written as one; `unsatisfiable` where it lies behind the body
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return null;
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

/**
 * Whether a range may be sent of the body as it is now (RFC 9110, 13.1.5): without `If-Range`, or where
 * that names it. Files have no date of change, so a date never does, and neither does a weak tag.
 */
export function isUnchanged(ifRange: string | undefined, etag: string): boolean {
  return ifRange === undefined || ifRange.trim() === etag;
}
