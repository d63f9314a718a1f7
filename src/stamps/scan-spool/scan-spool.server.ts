import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readEnv } from '../../config/env.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { MOST_AT_ONCE, recordScans } from '../../medusa-client/stamp-routes.ts';
import type { Scan } from '../../medusa-client/stamp-routes.ts';
import { openJournal } from './spool.ts';
import type { Delivery, Journal } from './spool.ts';
import { WaitingScans } from './pending-scans.ts';

/** Scans are gathered for so long before they are handed over together. */
const GATHER_MS = 150;

/** While Medusa is away it is tried again ever more seldom, up to this. */
const LONGEST_REST_MS = 30_000;

const kept = z.object({
  id: z.string(),
  epoch: z.string(),
  range: z.number(),
  index: z.number(),
  device: z.string().nullable(),
  province: z.string().nullable(),
  at: z.string(),
});

/** Scans that are kept here and not recorded yet. */
export const waitingScans = new WaitingScans();

let opened: Journal<Scan> | undefined;

function journal(): Journal<Scan> {
  if (opened) return opened;
  const { DATA_DIR, SITE_KEY = '' } = readEnv();
  // Named after the shop: two sites sharing a folder must not deliver each other's scans.
  const shop = createHash('sha256').update(`spool\0${SITE_KEY}`).digest('hex').slice(0, 8);
  opened = openJournal<Scan>(join(DATA_DIR, 'scans'), `scans-${shop}`, (line) => {
    const read = kept.safeParse(line);
    return read.success ? read.data : null;
  });
  return opened;
}

/**
 * Keeps a scan for good: resolves when it is on this machine's disk, from where it goes to Medusa
 * with the others of the moment. Nobody waits for the database, and a crash of this process, of
 * Medusa or of the database loses none. False when the disk took no more.
 */
export async function keepScan(scan: Scan): Promise<boolean> {
  const onDisk = await journal().append(scan);
  deliverAfter(GATHER_MS);
  return onDisk;
}

let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;

function deliverAfter(ms: number): void {
  timer ??= setTimeout(() => {
    void deliverAll().then((rest) => {
      timer = undefined;
      if (rest !== null) deliverAfter(rest);
    });
  }, ms).unref();
}

/** @returns milliseconds until the next try, null when nothing is left */
async function deliverAll(): Promise<number | null> {
  try {
    const all = await journal().deliver(deliver, MOST_AT_ONCE);
    if (failures === 0) return all ? null : GATHER_MS;
  } catch {
    // A disk in trouble must not take the stamp pages down; the scans stay where they are.
    failures += 1;
  }
  return Math.min(LONGEST_REST_MS, 1_000 * 2 ** (failures - 1));
}

async function deliver(scans: Scan[]): Promise<Delivery> {
  const answer = await recordScans(medusa(), scans);
  if (!answer.ok && answer.error.type !== 'refused') {
    failures += 1;
    // Those an earlier process left behind are heard of from here on too.
    for (const scan of scans) waitingScans.add(scan);
    return 'later';
  }
  waitingScans.forget(scans.map(({ id }) => id));
  if (!answer.ok) return 'refused';
  failures = 0;
  return 'sent';
}
