/** The page tree of a PDF in nodes of limited size, so that none grows with the order. */
import type { PackedStream, PdfFile } from './pdf-file.ts';

const PAGES_A_NODE = 256;

export class PdfPages {
  readonly #file: PdfFile;
  /** The object of the tree's root, written last. */
  readonly root: number;
  readonly #nodes: number[] = [];
  #kids: number[] = [];
  #count = 0;

  constructor(file: PdfFile) {
    this.#file = file;
    this.root = file.reserve();
  }

  /** Writes a page whose content is the stream. */
  *page(content: PackedStream): Generator<Buffer> {
    let node = this.#nodes.at(-1);
    if (node === undefined || this.#kids.length === PAGES_A_NODE) {
      yield* this.#endNode();
      node = this.#file.reserve();
      this.#nodes.push(node);
      this.#kids = [];
    }
    const [page, stream] = [this.#file.reserve(), this.#file.reserve()];
    yield this.#file.stream(stream, content);
    yield this.#file.object(page, `<</Type/Page/Parent ${node} 0 R/Contents ${stream} 0 R>>`);
    this.#kids.push(page);
    this.#count += 1;
  }

  *#endNode(): Generator<Buffer> {
    const node = this.#nodes.at(-1);
    if (node === undefined) return;
    const kids = `/Count ${this.#kids.length}/Kids[${references(this.#kids)}]`;
    yield this.#file.object(node, `<</Type/Pages/Parent ${this.root} 0 R${kids}>>`);
  }

  /** Closes the tree; `inherited` are entries every page has. */
  *end(inherited: string): Generator<Buffer> {
    yield* this.#endNode();
    const kids = `/Count ${this.#count}/Kids[${references(this.#nodes)}]`;
    yield this.#file.object(this.root, `<</Type/Pages${kids}${inherited}>>`);
  }
}

function references(ids: number[]): string {
  return ids.map((id) => `${id} 0 R`).join(' ');
}
