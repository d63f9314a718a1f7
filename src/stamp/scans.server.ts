import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readEnv } from '../config/env.ts';
import { medusa } from '../medusa-client/medusa.server.ts';
import type { Result } from '../medusa-client/result.ts';
import { recordScan } from '../medusa-client/site-routes.ts';
import type { Scan, ScanAnswer } from '../medusa-client/site-routes.ts';
import { openSpool } from './spool.ts';
import type { Delivery, Spool } from './spool.ts';

/** Scans that were held back are tried again this often. */
const RETRY_MS = 30_000;

const keptScan = z.object({
  epoch: z.string(),
  range: z.number(),
  index: z.number(),
  device: z.string(),
  at: z.string(),
});

let kept: Spool<Scan> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function spool(): Spool<Scan> {
  if (kept) return kept;
  const { DATA_DIR, SITE_KEY = '' } = readEnv();
  // Named after the shop: two sites sharing a folder must not deliver each other's scans.
  const shop = createHash('sha256').update(`spool\0${SITE_KEY}`).digest('hex').slice(0, 8);
  kept = openSpool<Scan>(join(DATA_DIR, 'spool'), `scans-${shop}`, (line) => {
    const read = keptScan.safeParse(line);
    return read.success ? read.data : null;
  });
  return kept;
}

/**
 * Records a scan and asks for the stamp's state. A scan that Medusa cannot take now is written to
 * disk with its time and delivered later; Medusa counts one device once within ten minutes, so a
 * delivery repeated after a crash changes nothing.
 */
export async function noteScan(scan: Scan): Promise<Result<ScanAnswer>> {
  const at = new Date().toISOString();
  const answer = await recordScan(medusa(), scan);
  if (answer.ok) retrySoon();
  else if (answer.error.isRetryable) {
    await spool().append({ ...scan, at });
    retryLater();
  }
  return answer;
}

async function deliver(scan: Scan): Promise<Delivery> {
  const answer = await recordScan(medusa(), scan);
  if (answer.ok) return 'sent';
  return answer.error.isRetryable ? 'later' : 'refused';
}

/** Scans may be waiting from before a restart: the first answer after it is a good moment. */
let lookedAtStart = false;

function retrySoon(): void {
  if (lookedAtStart) return;
  lookedAtStart = true;
  void retry();
}

function retryLater(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    void retry();
  }, RETRY_MS).unref();
}

async function retry(): Promise<void> {
  try {
    if ((await spool().deliver(deliver)) > 0) retryLater();
  } catch {
    // A disk in trouble must not take the stamp pages down; the scans stay where they are.
    retryLater();
  }
}
