import type { ScanReceipt } from '@ocop/contract/scan';
import { todayInVietnam } from '@ocop/rules/date';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import type { TraceContext } from '../context.ts';
import type { Page, Paged } from '../database/rows.ts';
import { eraseScans, type ErasureWindow } from './erasure.ts';
import { eraseExpiredScans } from './expiry.ts';
import { checkScans } from './intake.ts';
import { recordScans } from './record.ts';
import {
  findSuspicious,
  summariseScans,
  type ScanSummary,
  type ScanWindow,
  type SuspiciousStamp,
} from './statistics.ts';
import { liftWarning, type WarningLifted } from './warning.ts';

/**
 * Scans of stamps.
 * @param context for what publishes nothing: counting, and erasing what is past its time
 * @param published for changes that are published
 */
export function scanService({ database, now }: TraceContext, published: TraceContext) {
  return {
    /**
     * Records scans of stamps whose codes the site has verified. Each is checked by itself; delivering
     * one twice is harmless.
     */
    async record(given: readonly unknown[]): Promise<ScanReceipt> {
      const at = now();
      const { scans, rejected } = checkScans(given, at);
      if (scans.length === 0) return { counted: 0, rejected };
      const today = todayInVietnam(at);
      const receipt = await database.transaction((manager) => recordScans(manager, scans, today));
      return {
        counted: receipt.counted,
        rejected: [...rejected, ...receipt.rejected],
        redated: scans.filter(({ redated }) => redated).length,
      };
    },

    /** Counts the scans of some days by day, province and product. */
    summary: (window: ScanWindow): Promise<ScanSummary> => summariseScans(database.reader(), window),

    /** Stamps whose scans look like those of many copies, the worst first. */
    suspicious: (page: Page): Promise<Paged<SuspiciousStamp>> => findSuspicious(database.reader(), page),

    /**
     * Lifts the warning of a stamp that staff have examined and found genuine, and begins its suspicion
     * anew; see {@link liftWarning}.
     */
    liftWarning: (position: StampPosition, note: string, actor: string): Promise<WarningLifted> =>
      published.database.transaction((manager) => liftWarning(manager, position, { actor, note, at: now() })),

    /** Erases the scans that are past their time, in small steps. @returns how many went */
    async eraseExpired(): Promise<number> {
      let total = 0;
      for (let more = true; more;) {
        const step = await database.transaction((manager) => eraseExpiredScans(manager, now()));
        total += step.erased;
        more = step.more;
      }
      return total;
    },

    /** Erases the scans of one stamp on request, all or those of a window; see {@link eraseScans}. */
    erase: (position: StampPosition, window: ErasureWindow, actor: string): Promise<{ erased: number }> =>
      published.database.transaction((manager) => eraseScans(manager, position, window, actor)),
  };
}
