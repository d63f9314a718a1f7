import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { MedusaService } from '@medusajs/framework/utils';
import type { DAL } from '@medusajs/framework/types';
import { todayInVietnam } from '@ocop/rules/date';
import { JournalEntry } from './models/journal-entry.ts';
import { Lot } from './models/lot.ts';
import { Recall } from './models/recall.ts';
import { Report } from './models/report.ts';
import { ReportPhoto } from './models/report-photo.ts';
import { StampException } from './models/stamp-exception.ts';
import { StampRange } from './models/stamp-range.ts';
import { StampScan } from './models/stamp-scan.ts';
import { StampSpan } from './models/stamp-span.ts';
import { StampTally } from './models/stamp-tally.ts';
import { TraceEvent } from './models/trace-event.ts';
import { registerLots, type LotDeclaration, type LotRegistration } from './lot-register.ts';
import { forgetOldScans } from './scan-expiry.ts';
import { recordScans, type Scan } from './scan-record.ts';
import { lookAtStamps, type StampAnswer, type StampAsked } from './stamp-look.ts';
import {
  findStampOrder,
  orderStamps,
  type IssuedStamps,
  type StampOrder,
  type StampOrderAnswer,
} from './stamp-order.ts';

/**
 * Lots, the stamps issued for them and the scans of those stamps. Every write is one transaction
 * that also adds to the journal; an expected refusal is an answer with a reason, and nothing has
 * changed then.
 */
export class TraceabilityService extends MedusaService({
  Lot,
  StampRange,
  StampSpan,
  StampException,
  Recall,
  StampTally,
  StampScan,
  Report,
  ReportPhoto,
  TraceEvent,
  JournalEntry,
}) {
  readonly #repository: DAL.RepositoryService;

  constructor(...given: [{ baseRepository: DAL.RepositoryService }, ...unknown[]]) {
    super(...given);
    this.#repository = given[0].baseRepository;
  }

  /** Brings the lots in line with the record; safe to repeat. Lots missing from it stay. */
  registerLots(lots: readonly LotDeclaration[], actor: string): Promise<LotRegistration> {
    return this.#inTransaction((manager) => registerLots(manager, lots, actor));
  }

  /** Issues a range of stamps for a lot as one row, whatever their number. */
  orderStamps(order: StampOrder, actor: string): Promise<StampOrderAnswer> {
    return this.#inTransaction((manager) => orderStamps(manager, order, actor));
  }

  /** The stamps issued under a range number; null when there are none. */
  stampOrder(range: number): Promise<IssuedStamps | null> {
    return this.#inTransaction((manager) => findStampOrder(manager, range));
  }

  /** What is known of stamps whose codes the site has verified; records nothing. */
  lookAtStamps(stamps: readonly StampAsked[]): Promise<(StampAnswer | null)[]> {
    const manager = this.#repository.getFreshManager<SqlEntityManager>();
    return lookAtStamps(manager, stamps, todayInVietnam(new Date()));
  }

  /** Records scans of stamps whose codes the site has verified; handing one over twice is harmless. */
  recordScans(scans: readonly Scan[]): Promise<{ counted: number }> {
    return this.#inTransaction((manager) => recordScans(manager, scans));
  }

  /** Erases the scans that are past their time, in small steps. @returns how many went */
  async forgetOldScans(now: Date): Promise<number> {
    let total = 0;
    for (let more = true; more; ) {
      const step = await this.#inTransaction((manager) => forgetOldScans(manager, now));
      total += step.erased;
      more = step.more;
    }
    return total;
  }

  #inTransaction<T>(work: (manager: SqlEntityManager) => Promise<T>): Promise<T> {
    return this.#repository.transaction<SqlEntityManager>(work);
  }
}
