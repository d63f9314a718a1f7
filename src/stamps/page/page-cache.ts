import { constants, crc32, deflateRawSync } from 'node:zlib';

/**
 * A rendered page that is the same for many stamps but for a few short texts. It is compressed once;
 * filling the holes in costs a few microseconds, however long the page is.
 */
export interface KeptPage {
  parts: readonly KeptPart[];
}

type KeptPart = { plain: Buffer; deflated: Buffer } | { hole: string };

// Unicode's private use area: no word of ours and no name in the record has these characters.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const holes = new RegExp(`${OPEN}([a-z]+)${CLOSE}`, 'g');

/** Stands in a rendered page for the text `name` of the single stamp. */
export function hole(name: string): string {
  return OPEN + name + CLOSE;
}

/** Takes a rendered page apart at its holes. */
export function keepPage(html: string): KeptPage {
  // Splitting at a pattern with one group gives text and hole in turn.
  const parts = html.split(holes).map((text, place): KeptPart => {
    if (place % 2 === 1) return { hole: text };
    const plain = Buffer.from(text);
    // A full flush ends on a whole byte and refers to nothing before it, so that the parts can be
    // put together again in any surroundings.
    return { plain, deflated: deflateRawSync(plain, { level: 9, finishFlush: constants.Z_FULL_FLUSH }) };
  });
  return { parts };
}

/** The page with its holes filled; the texts are escaped. A hole without a text stays empty. */
export function fillPage(page: KeptPage, texts: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat(page.parts.map((part) => ('hole' in part ? filling(part.hole, texts) : part.plain)));
}

/**
 * {@link fillPage} as a gzip file (RFC 1952): the parts as they were compressed, the texts between
 * them as stored blocks (RFC 1951, 3.2.4).
 */
export function fillPageGzip(page: KeptPage, texts: Readonly<Record<string, string>>): Buffer {
  const chunks: Buffer[] = [GZIP_HEADER];
  let checksum = 0;
  let length = 0;
  for (const part of page.parts) {
    const plain = 'hole' in part ? filling(part.hole, texts) : part.plain;
    // zlib takes an empty buffer for "begin anew" and would forget the checksum so far.
    if (plain.length === 0) continue;
    if ('hole' in part) chunks.push(storedHeader(plain.length), plain);
    else chunks.push(part.deflated);
    checksum = crc32(plain, checksum);
    length += plain.length;
  }
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(checksum, 0);
  trailer.writeUInt32LE(length, 4);
  chunks.push(LAST_BLOCK, trailer);
  return Buffer.concat(chunks);
}

/** Deflate, no name, no time, written on Unix. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const LAST_BLOCK = Buffer.from([1, 0, 0, 0xff, 0xff]);
const LONGEST_STORED = 0xffff;

function storedHeader(length: number): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt16LE(length, 1);
  header.writeUInt16LE(LONGEST_STORED - length, 3);
  return header;
}

function filling(name: string, texts: Readonly<Record<string, string>>): Buffer {
  const text = Object.hasOwn(texts, name) ? (texts[name] ?? '') : '';
  const bytes = Buffer.from(text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`));
  if (bytes.length > LONGEST_STORED) throw new RangeError(`The text '${name}' is too long for a page`);
  return bytes;
}

/** Kept pages by what they depend on; the one unused for longest goes when there are too many. */
export class KeptPages {
  readonly #most: number;
  readonly #pages = new Map<string, KeptPage>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): KeptPage | undefined {
    const page = this.#pages.get(key);
    if (page) {
      this.#pages.delete(key);
      this.#pages.set(key, page);
    }
    return page;
  }

  set(key: string, page: KeptPage): void {
    const [oldest] = this.#pages.keys();
    if (this.#pages.size >= this.#most && oldest !== undefined) this.#pages.delete(oldest);
    this.#pages.set(key, page);
  }
}
