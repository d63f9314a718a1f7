/** What a printer and a phone make of a sheet: pages rendered by Poppler, read by zxing. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';

const run = promisify(execFile);

// In Node the decoder cannot fetch its own program; it is given from the package.
const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

/** Whether Poppler's programs are here; tests without them say so and are skipped. */
export const hasPoppler = ['pdftoppm', 'pdftotext'].every(
  (program) => spawnSync(program, ['-v'], { stdio: 'ignore' }).status === 0,
);

async function inFolder<T>(pdf: Uint8Array, work: (file: string, dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'stamp-sheet-'));
  try {
    const file = join(dir, 'sheet.pdf');
    await writeFile(file, pdf);
    return await work(file, dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Every symbol found on every page, rendered at so many dots an inch. */
export function readSheet(pdf: Uint8Array, dpi: number): Promise<ReadResult[]> {
  return inFolder(pdf, async (file, dir) => {
    await run('pdftoppm', ['-r', String(dpi), '-gray', '-png', file, join(dir, 'page')]);
    const pages = (await readdir(dir)).filter((name) => name.endsWith('.png')).sort();
    const found: ReadResult[] = [];
    for (const page of pages) {
      const options = {
        formats: ['QRCode' as const],
        tryHarder: true,
        // A rendered page is upright and black on white; looking for other pages doubles the time.
        tryRotate: false,
        tryInvert: false,
        tryDownscale: false,
        maxNumberOfSymbols: 255,
      };
      found.push(...(await readBarcodes(await readFile(join(dir, page)), options)));
    }
    return found;
  });
}

/** The text of a sheet in the order it was drawn, as search and copying see it. */
export function textOfSheet(pdf: Uint8Array): Promise<string> {
  return inFolder(pdf, async (file) => {
    const { stdout } = await run('pdftotext', ['-raw', file, '-'], { maxBuffer: 64 * 2 ** 20 });
    return stdout;
  });
}
