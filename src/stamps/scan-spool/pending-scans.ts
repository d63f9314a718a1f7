import type { StampStatus, StampQuery } from '@ocop/rules/stamps/stamp-status';

/** A scan in the spool: on its way to this machine's disk, or there and not counted by Medusa yet. */
export interface PendingScan extends StampQuery {
  id: string;
  /** ISO 8601. */
  at: string;
}

/** About 300 bytes each: the scans of a busy day while Medusa is away. */
const MAX_SCANS = 100_000;

/**
 * The scans of the spool by stamp, so that the next reader of a stamp is told of them: a moment's worth
 * as a rule, all since it went away while Medusa is away. Without them everybody would then be told to
 * be the first. The spool itself adds and removes them, so that a scan is here exactly while it is there.
 */
export class PendingScans {
  readonly #max: number;
  readonly #byStamp = new Map<string, Map<string, PendingScan>>();
  /** In the order they came. */
  readonly #stampOf = new Map<string, string>();
  readonly #repeats = new Set<string>();

  constructor(max = MAX_SCANS) {
    this.#max = max;
  }

  get size(): number {
    return this.#stampOf.size;
  }

  /** Adds a scan; past the maximum the oldest goes. */
  add(scan: PendingScan): void {
    const stamp = stampKey(scan);
    if (this.#stampOf.has(scan.id)) return;
    const scans = this.#byStamp.get(stamp) ?? new Map<string, PendingScan>();
    this.#byStamp.set(stamp, scans.set(scan.id, scan));
    this.#stampOf.set(scan.id, stamp);
    const [oldest] = this.#stampOf.keys();
    if (this.#stampOf.size > this.#max && oldest !== undefined) this.remove([oldest]);
  }

  /** Scans that were counted, or never will be. */
  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const stamp = this.#stampOf.get(id);
      if (stamp === undefined) continue;
      this.#stampOf.delete(id);
      this.#repeats.delete(id);
      const scans = this.#byStamp.get(stamp);
      scans?.delete(id);
      if (scans?.size === 0) this.#byStamp.delete(stamp);
    }
  }

  /**
   * Notes that the database counted this scan's device moments before, so that the scan will not raise
   * the count. Without effect once the scan is removed.
   */
  markRepeat(id: string): void {
    if (this.#stampOf.has(id)) this.#repeats.add(id);
  }

  /**
   * How often a stamp was scanned, with the reader's own scan and the pending ones that came before it.
   * Scans of a stamp are delivered in the order they happened, so those not after the last recorded one
   * are recorded already, even where Medusa's answer has not come back yet.
   */
  countWith(recorded: StampStatus['scans'], own: PendingScan): { count: number; firstAt: string } {
    const { count, firstAt, lastAt, seenLately } = recorded;
    const before = this.#before(own).filter(
      ({ id, device, at }) =>
        !this.#repeats.has(id) && (lastAt === null || at > lastAt) && !isSame(device, own.device),
    );
    const devices = new Set(before.map(({ id, device }) => device ?? id));
    const earliest = before.reduce((first, { at }) => (at < first ? at : first), own.at);
    return { count: count + devices.size + (seenLately ? 0 : 1), firstAt: firstAt ?? earliest };
  }

  /** Scans of the same stamp that came before `own`, by the order of arrival as long as it is pending. */
  #before(own: PendingScan): PendingScan[] {
    const scans = this.#byStamp.get(stampKey(own));
    if (!scans) return [];
    const all = [...scans.values()];
    if (!scans.has(own.id)) return all.filter(({ at }) => at < own.at);
    return all.slice(
      0,
      all.findIndex(({ id }) => id === own.id),
    );
  }
}

function isSame(device: string | null, other: string | null): boolean {
  return device !== null && device === other;
}

function stampKey({ epoch, range, index }: StampQuery): string {
  return `${epoch} ${range}-${index}`;
}
