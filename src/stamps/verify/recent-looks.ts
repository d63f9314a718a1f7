import { LRUCache } from 'lru-cache';
import type { Result } from '../../medusa-client/result.ts';
import { SAME_DEVICE_MINUTES } from '@ocop/rules/stamps/stamp-status';
import type { StampStatus } from '@ocop/rules/stamps/stamp-status';

/** About 100 bytes each: the looks of some minutes. */
const MAX_LOOKS = 20_000;

/**
 * Devices that looked at a stamp in the last ten minutes, by their tokens, which differ between stamps. Whether
 * a look is one scan more is for the database to say; this tells whether to ask before the scan is kept.
 */
export class RecentLooks {
  readonly #devices = new LRUCache<string, true>({ max: MAX_LOOKS, ttl: SAME_DEVICE_MINUTES * 60_000 });

  /** Notes a look. @returns whether this device had looked at this stamp before */
  note(device: string): boolean {
    const before = this.#devices.has(device);
    this.#devices.set(device, true);
    return before;
  }
}

/**
 * Whether the database has counted this device's scan of the last ten minutes, so that one at `at` (ISO 8601)
 * would not count: it need not be kept. Not where the stamp's last scan was later than `at`, for then one of
 * two clocks is wrong, and Medusa decides.
 */
export function isRepeat(looked: Result<StampStatus | null>, at: string): boolean {
  const scans = looked.ok ? looked.data?.scans : undefined;
  return scans?.seenLately === true && scans.lastAt !== null && scans.lastAt <= at;
}
