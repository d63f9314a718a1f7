/** A ZIP archive as a stream (PKWARE APPNOTE 6.3), with the ZIP64 records a large one needs. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** ASCII. */
  name: string;
  /** Less than 4 GiB. */
  data: Buffer;
}

/** Entries between two turns of the event loop: some ten milliseconds of drawings. */
const ENTRIES_A_TURN = 16;
const VERSION = 20;
const VERSION_ZIP64 = 45;
const DEFLATE = 8;
/** 1 January 1980, the format's first day: the same stamps give the same archive. */
const NO_DATE = 0x0021;
const UINT16_MAX = 0xffff;
const UINT32_MAX = 0xffffffff;

/** The archive piece by piece; what it keeps in memory is some 70 bytes an entry. */
export async function* zipBytes(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    if (directory.length % ENTRIES_A_TURN === 0) await nextTurn();
    const packed = deflateRawSync(data);
    const path = Buffer.from(name, 'ascii');
    const facts = shared(path, data, packed);
    const local = Buffer.concat([fields([4, 0x04034b50], [2, VERSION]), facts, path, packed]);
    directory.push(directoryRecord(facts, path, offset));
    offset += local.length;
    yield local;
  }
  const start = offset;
  let size = 0;
  for (const record of directory) size += record.length;
  for (let i = 0; i < directory.length; i += 1000) yield Buffer.concat(directory.slice(i, i + 1000));
  yield archiveEnd(directory.length, start, size);
}

/** What the header of an entry and its record in the directory say alike. */
function shared(path: Buffer, data: Buffer, packed: Buffer): Buffer {
  return fields(
    [2, 0],
    [2, DEFLATE],
    [2, 0],
    [2, NO_DATE],
    [4, crc32(data)],
    [4, packed.length],
    [4, data.length],
    [2, path.length],
    [2, 0],
  );
}

function directoryRecord(facts: Buffer, path: Buffer, offset: number): Buffer {
  const far = offset >= UINT32_MAX;
  const extra = far ? fields([2, 0x0001], [2, 8], [8, offset]) : Buffer.alloc(0);
  const version = far ? VERSION_ZIP64 : VERSION;
  const head = Buffer.concat([fields([4, 0x02014b50], [2, version], [2, version]), facts]);
  // The last field of the shared ones is the length of the extra field, none in the local header.
  head.writeUInt16LE(extra.length, head.length - 2);
  const tail = fields([2, 0], [2, 0], [2, 0], [4, 0], [4, far ? UINT32_MAX : offset]);
  return Buffer.concat([head, tail, path, extra]);
}

/** The end of the archive; where a number is too large for it, a ZIP64 end stands before. */
function archiveEnd(count: number, start: number, size: number): Buffer {
  const large = count >= UINT16_MAX || start + size >= UINT32_MAX;
  const zip64 = fields(
    [4, 0x06064b50],
    [8, 44],
    [2, VERSION_ZIP64],
    [2, VERSION_ZIP64],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, start],
    // Locator of the record above.
    [4, 0x07064b50],
    [4, 0],
    [8, start + size],
    [4, 1],
  );
  const short = Math.min(count, UINT16_MAX);
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, short],
    [2, short],
    [4, Math.min(size, UINT32_MAX)],
    [4, Math.min(start, UINT32_MAX)],
    [2, 0],
  );
  return large ? Buffer.concat([zip64, end]) : end;
}

/** Little-endian numbers of 2, 4 or 8 bytes one after the other. */
function fields(...values: [bytes: 2 | 4 | 8, value: number][]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}
