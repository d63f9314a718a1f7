import type { StampAnswer, StampQuery } from '@ocop/rules/stamps/stamp-status';

/** A look that is kept on this machine's disk and not recorded in the database yet. */
export interface WaitingScan extends StampQuery {
  id: string;
  /** ISO 8601. */
  at: string;
}

/** About 300 bytes each: the scans of a busy day while Medusa is away. */
const MOST = 100_000;

/**
 * The scans on their way to the database, so that whoever looks next hears of them: a moment of them
 * as a rule, all since it went away while Medusa is away. Without them everybody would then be told
 * to be the first.
 */
export class WaitingScans {
  readonly #most: number;
  readonly #byStamp = new Map<string, Map<string, WaitingScan>>();
  /** In the order they came. */
  readonly #stampOf = new Map<string, string>();

  constructor(most = MOST) {
    this.#most = most;
  }

  /** Takes note of a scan; past the most that are kept the oldest is forgotten. */
  add(scan: WaitingScan): void {
    const stamp = stampOf(scan);
    if (this.#stampOf.has(scan.id)) return;
    const scans = this.#byStamp.get(stamp) ?? new Map<string, WaitingScan>();
    this.#byStamp.set(stamp, scans.set(scan.id, scan));
    this.#stampOf.set(scan.id, stamp);
    const [oldest] = this.#stampOf.keys();
    if (this.#stampOf.size > this.#most && oldest !== undefined) this.forget([oldest]);
  }

  /** Scans that arrived in the database, or never will. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      const stamp = this.#stampOf.get(id);
      if (stamp === undefined) continue;
      this.#stampOf.delete(id);
      const scans = this.#byStamp.get(stamp);
      scans?.delete(id);
      if (scans?.size === 0) this.#byStamp.delete(stamp);
    }
  }

  /**
   * How often a stamp was scanned with the look at `at` and those that wait. Scans of a stamp are
   * handed over in the order they happened, so those not after the last recorded one are recorded
   * already, even if nobody here has heard of it yet.
   */
  with(
    recorded: StampAnswer['scans'],
    look: StampQuery & { at: string },
  ): { count: number; firstAt: string } {
    const { count, firstAt, lastAt, seenLately } = recorded;
    const waiting = [...(this.#byStamp.get(stampOf(look))?.values() ?? [])].filter(
      ({ device, at }) => at < look.at && (lastAt === null || at > lastAt) && !isSame(device, look.device),
    );
    const devices = new Set(waiting.map(({ id, device }) => device ?? id));
    const own = seenLately ? 0 : 1;
    return { count: count + devices.size + own, firstAt: firstAt ?? waiting[0]?.at ?? look.at };
  }
}

function isSame(device: string | null, other: string | null): boolean {
  return device !== null && device === other;
}

function stampOf({ epoch, range, index }: StampQuery): string {
  return `${epoch} ${range}-${index}`;
}
