import { MAX_SCANS } from '@ocop/contract/scan';
import type { Scan } from '@ocop/contract/scan';
import type { BatchAnswer } from '../../medusa-client/scan-route.ts';
import type { SetAside } from './rejected-scans.ts';

/** While Medusa takes nothing it is tried again after 1, 2, 4 … seconds, up to this. */
const MAX_REST_MS = 30_000;

/** A `Retry-After` is honoured up to this: a mistaken one must not keep scans back for days. */
const MAX_RETRY_AFTER_MS = 15 * 60_000;

export interface DeliveryOptions {
  post(scans: readonly Scan[]): Promise<BatchAnswer>;
  /** Resolves once they are on the disk; where that fails the batch waits. */
  setAside(rejected: readonly SetAside[]): Promise<void>;
  now?: () => number;
}

/** Brings batches of scans to Medusa, and says how long to rest after a failure. */
export class Delivery {
  rejected = 0;
  redated = 0;
  /** Since when Medusa takes no scans, ms; null while it does. */
  failingSince: number | null = null;
  /** Why it did not take the last batch. */
  reason: string | null = null;
  readonly #options: DeliveryOptions;
  readonly #now: () => number;
  #failures = 0;
  #retryAfterMs = 0;
  #batch = MAX_SCANS;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Milliseconds to rest before the next try. */
  get restMs(): number {
    if (this.#failures === 0) return 0;
    const growing = Math.min(MAX_REST_MS, 1_000 * 2 ** Math.min(this.#failures - 1, 10));
    return Math.max(growing, Math.min(this.#retryAfterMs, MAX_RETRY_AFTER_MS));
  }

  /**
   * Sends the first of `scans`.
   * @returns how many of them are settled: counted, or set aside because Medusa rejected them by their
   *   id; 0 where all wait
   */
  async send(scans: readonly Scan[]): Promise<number> {
    const batch = scans.slice(0, this.#batch);
    const answer = await this.#options.post(batch);
    if (answer.outcome === 'waiting') {
      const smaller = Math.ceil(batch.length / 2);
      if (answer.tooLarge) this.#batch = smaller;
      if (answer.tooLarge && smaller < batch.length) return this.send(scans);
      this.fail(answer.reason, answer.retryAfterMs);
      return 0;
    }
    const rejected = new Map(answer.receipt.rejected.map((one) => [one.id, one]));
    const setAside = batch.flatMap((scan): SetAside[] => {
      const why = rejected.get(scan.id);
      return why ? [{ reason: why.reason, detail: why.detail, scan }] : [];
    });
    if (setAside.length > 0) await this.#options.setAside(setAside);
    this.rejected += setAside.length;
    this.redated += answer.receipt.redated ?? 0;
    this.#works();
    return batch.length;
  }

  /** Notes that nothing could be delivered. */
  fail(reason: string, retryAfterMs: number | null = null): void {
    this.#failures += 1;
    this.#retryAfterMs = retryAfterMs ?? 0;
    this.failingSince ??= this.#now();
    this.reason = reason;
  }

  /** Nothing is left to deliver: whatever failed, or made batches too large, may be over. */
  drained(): void {
    this.#works();
    this.#batch = MAX_SCANS;
  }

  #works(): void {
    this.#failures = 0;
    this.#retryAfterMs = 0;
    this.failingSince = null;
    this.reason = null;
  }
}
