/** How long sheets of stamps take to make, how large they are, and what memory they need. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

export interface PrintTime {
  stamps: number;
  secondsPer10k: number;
  /** 10⁶ bytes. */
  megabytesPer10k: number;
  /** Most that was resident at once, 10⁶ bytes, Node itself and the typeface included. */
  peakMegabytes: number;
  /** Seconds of the sheets over seconds of encoding the same symbols and nothing else. */
  ratio: number;
}

const runShape = z.object({
  seconds: z.number(),
  bytes: z.number(),
  peakBytes: z.number(),
  encodeSeconds: z.number(),
});

/** One run of A4 sheets with 65 labels and Vietnamese text, codes built on the way. */
export async function measurePrint(stamps: number): Promise<PrintTime> {
  const program = join(import.meta.dirname, 'print-run.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(stamps)]);
  const run = runShape.parse(JSON.parse(stdout));
  const tenThousands = stamps / 10_000;
  return {
    stamps,
    secondsPer10k: run.seconds / tenThousands,
    megabytesPer10k: run.bytes / 1e6 / tenThousands,
    peakMegabytes: run.peakBytes / 1e6,
    ratio: run.seconds / run.encodeSeconds,
  };
}
