/**
 * Writes a PDF 1.4 (ISO 32000-1) piece by piece: every method answers the bytes to send next, and
 * only the offsets of the objects are kept, so a file of any length needs next to no memory.
 */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const deflated = promisify(deflate);

/** A compressed stream that has no place in the file yet. */
export interface PackedStream {
  dictionary: string;
  data: Buffer;
}

/** Compresses outside the main thread, which may meanwhile draw the next page. */
export async function packStream(content: string | Uint8Array, entries = ''): Promise<PackedStream> {
  const data = await deflated(content);
  return { dictionary: `<<${entries}/Filter/FlateDecode/Length ${data.length}>>`, data };
}

/** Any text as a PDF string: UTF-16 with its mark, in hexadecimal. */
export function pdfText(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** A length in points, exact to a thousandth of one (0.35 µm). */
export function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

export class PdfFile {
  #offset = 0;
  /** Offsets by object number; number 0 is no object. */
  readonly #offsets: number[] = [0];

  /** Takes a number for an object that is written later. */
  reserve(): number {
    return this.#offsets.push(-1) - 1;
  }

  header(): Buffer {
    // Bytes above 127 tell programs that move files about that this is not text.
    return this.#count(Buffer.from('%PDF-1.4\n%âãÏÓ\n', 'latin1'));
  }

  object(id: number, body: string): Buffer {
    this.#offsets[id] = this.#offset;
    return this.#count(Buffer.from(`${id} 0 obj\n${body}\nendobj\n`, 'latin1'));
  }

  stream(id: number, { dictionary, data }: PackedStream): Buffer {
    this.#offsets[id] = this.#offset;
    return this.#count(
      Buffer.concat([
        Buffer.from(`${id} 0 obj\n${dictionary}\nstream\n`, 'latin1'),
        data,
        Buffer.from('\nendstream\nendobj\n', 'latin1'),
      ]),
    );
  }

  /** The table of all objects, a piece at a time. A reserved object never written is a bug. */
  *end(root: number, info: number): Generator<Buffer> {
    const start = this.#offset;
    const size = this.#offsets.length;
    yield Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n`, 'latin1');
    const missing = this.#offsets.indexOf(-1);
    if (missing !== -1) throw new Error(`Object ${missing} of the PDF was never written`);
    for (let from = 1; from < size; from += 4096) {
      const rows = this.#offsets
        .slice(from, from + 4096)
        .map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
      yield Buffer.from(rows.join(''), 'latin1');
    }
    const trailer = `trailer\n<</Size ${size}/Root ${root} 0 R/Info ${info} 0 R>>\nstartxref\n${start}\n%%EOF\n`;
    yield Buffer.from(trailer, 'latin1');
  }

  #count(bytes: Buffer): Buffer {
    this.#offset += bytes.length;
    return bytes;
  }
}
