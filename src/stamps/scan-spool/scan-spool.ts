import { MAX_SCANS } from '@ocop/contract/scan';
import type { Scan } from '@ocop/contract/scan';
import { z } from 'zod';
import { log } from '../../log/logger.ts';
import { stateLogger } from '../../log/state-logger.ts';
import type { BatchAnswer } from '../../medusa-client/scan-route.ts';
import { Delivery } from './delivery.ts';
import { PendingScans } from './pending-scans.ts';
import { RejectedScans } from './rejected-scans.ts';
import type { SetAside } from './rejected-scans.ts';
import { openSpool } from './spool.ts';
import type { Spool } from './spool.ts';
import type { OpenFile } from './spool-file.ts';
import type { SpoolStatus } from './spool-status.ts';

/** Scans are gathered for so long before they are sent together. */
const GATHER_MS = 400;

/** With nothing to deliver it is looked this often whether another process left something. */
const IDLE_MS = 60_000;

const DAY_MS = 86_400_000;

/** A full disk takes a scan now and then; it works again when it took all for so long. */
const SETTLED_MS = 5_000;

// As written by this release and those before it, which told no network.
const spooledScan = z.object({
  id: z.string(),
  epoch: z.string(),
  range: z.number(),
  index: z.number(),
  device: z.string().nullable(),
  network: z.string().nullable().default(null),
  province: z.string().nullable(),
  at: z.string(),
});

export interface ScanSpoolOptions {
  dir: string;
  post(scans: readonly Scan[]): Promise<BatchAnswer>;
  open?: OpenFile;
  maxBytes?: number;
}

/**
 * The scans of a site on their way to Medusa: written to the disk before the reader is answered, sent in
 * batches a moment later, stored until Medusa has settled each (decision 0011, 0017).
 */
export class ScanSpool {
  /** Exactly the scans of this spool, for whoever reads a stamp next. */
  readonly pending = new PendingScans();
  readonly #spool: Spool<Scan>;
  readonly #delivery: Delivery;
  readonly #rejected: RejectedScans;
  readonly #writeState = stateLogger('scan-spool');
  readonly #deliveryState = stateLogger('scan-delivery');
  readonly #clockState = stateLogger('site-clock');
  #lost = 0;
  #lastLost: number | null = null;
  #writeFailure: { since: number; last: number; lost: number; reason: string } | null = null;
  #lastPrune = 0;
  #timer: NodeJS.Timeout | undefined;
  /** A delivery runs, rests after a failure, or comes within moments: a new scan changes nothing. */
  #busy = false;
  #scannedMeanwhile = false;

  constructor({ dir, post, ...files }: ScanSpoolOptions) {
    this.#rejected = new RejectedScans(dir);
    this.#delivery = new Delivery({ post, setAside: (entries) => this.#setAside(entries) });
    this.#spool = openSpool<Scan>(dir, {
      ...files,
      read: (line) => spooledScan.safeParse(line).data ?? null,
      events: {
        added: (scan) => this.pending.add(scan),
        removed: (scans) => this.pending.remove(scans.map(({ id }) => id)),
        flushed: (lost, reason) => this.#noteFlush(lost, reason),
        unreadable: (lines) => this.#loseUnreadable(lines),
      },
    });
  }

  /**
   * Takes a scan for good: resolves when it is on this machine's disk. Nobody waits for the database,
   * and a crash of this process, of Medusa or of the database loses none. False where the disk took no
   * more; it is counted and logged then.
   */
  async add(scan: Scan): Promise<boolean> {
    const onDisk = await this.#spool.append(scan);
    this.#wake();
    return onDisk;
  }

  /** Delivers what earlier processes left, and goes on looking for it. */
  start(): void {
    this.#deliverAfter(0);
  }

  /** Stops delivering; what waits is delivered by the next process. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#busy = true;
  }

  status(): SpoolStatus {
    const { waiting, since } = this.#spool.backlog();
    return {
      waiting,
      oldestSeconds: since === null ? null : Math.max(0, Math.round((Date.now() - since) / 1_000)),
      rejectedTotal: this.#delivery.rejected,
      lostTotal: this.#lost,
      redatedTotal: this.#delivery.redated,
      lastLostAt: isoOrNull(this.#lastLost),
      writeFailure: this.#writeFailure?.reason ?? null,
      writeFailingSince: isoOrNull(this.#writeFailure?.since ?? null),
      deliveryFailingSince: isoOrNull(this.#delivery.failingSince),
    };
  }

  #wake(): void {
    if (this.#busy) this.#scannedMeanwhile = true;
    else this.#deliverAfter(GATHER_MS);
  }

  #deliverAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#busy = true;
    this.#timer = setTimeout(() => void this.#deliverAll(), ms).unref();
  }

  async #deliverAll(): Promise<void> {
    this.#scannedMeanwhile = false;
    const { redated } = this.#delivery;
    let drained = false;
    try {
      drained = await this.#spool.deliver((scans) => this.#delivery.send(scans), MAX_SCANS);
      await this.#pruneDaily();
    } catch (error) {
      // A disk in trouble must not take the stamp pages down; the scans stay where they are.
      this.#delivery.fail(error instanceof Error ? error.message : String(error));
    }
    if (drained) this.#delivery.drained();
    if (this.#delivery.redated > redated) this.#clockState.fails('Medusa does not believe its times');
    else if (drained) this.#clockState.works();
    const { reason, restMs } = this.#delivery;
    if (reason === null) this.#deliveryState.works();
    else this.#deliveryState.fails(reason);
    if (restMs > 0) return this.#deliverAfter(restMs);
    if (!drained || this.#scannedMeanwhile) return this.#deliverAfter(GATHER_MS);
    this.#busy = false;
    this.#timer = setTimeout(() => this.#deliverAfter(0), IDLE_MS).unref();
  }

  async #setAside(entries: readonly SetAside[]): Promise<void> {
    const dropped = await this.#rejected.add(entries);
    const reasons = [...new Set(entries.map(({ reason }) => reason))].join(', ');
    log.warn(
      { component: 'scan-delivery', count: entries.length, reason: reasons },
      'Scans were rejected and set aside',
    );
    if (dropped === 0) return;
    this.#lose(dropped);
    log.warn({ component: 'scan-delivery', count: dropped }, 'The oldest rejected scans were dropped');
  }

  async #loseUnreadable(lines: readonly string[]): Promise<void> {
    await this.#setAside(lines.map((line) => ({ reason: 'unreadable', line })));
    this.#lose(lines.length);
  }

  #lose(scans: number): void {
    if (scans === 0) return;
    this.#lost += scans;
    this.#lastLost = Date.now();
  }

  /** One line when the disk begins to fail and one, with how many were lost, when it works again. */
  #noteFlush(lost: number, reason: string | null): void {
    this.#lose(lost);
    const now = Date.now();
    const failure = this.#writeFailure;
    if (reason !== null) {
      const [since, before] = failure ? [failure.since, failure.lost] : [now, 0];
      this.#writeFailure = { since, last: now, lost: before + lost, reason };
      this.#writeState.fails(reason);
    } else if (failure !== null && now - failure.last >= SETTLED_MS) {
      this.#writeFailure = null;
      this.#writeState.works();
      log.warn({ component: 'scan-spool', count: failure.lost }, 'Scans were lost while the disk took none');
    }
  }

  /** Scans set aside have an end of their own. */
  async #pruneDaily(): Promise<void> {
    if (Date.now() - this.#lastPrune < DAY_MS) return;
    this.#lastPrune = Date.now();
    await this.#rejected.prune();
  }
}

function isoOrNull(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
