import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { MedusaService } from '@medusajs/framework/utils';
import type { DAL } from '@medusajs/framework/types';
import { todayInVietnam } from '@ocop/rules/date';
import type { SheetStep } from '@ocop/rules/stamps/stamp-life-cycle';
import type { StampExceptionKind } from '@ocop/rules/stamps/stamp-state';
import type { StampSettings } from '../../stamp-settings.ts';
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
import { readJournal, type JournalEntryRead, type JournalQuery } from './audit-log/journal.ts';
import { findLots, lotHistory, type LotHistory, type LotQuery, type LotRead } from './lots/lot-list.ts';
import { registerLots, type LotDeclaration, type LotRegistration } from './lots/register.ts';
import {
  announceRecall,
  findRecalls,
  liftRecall,
  type LiftAnswer,
  type RecallAnswer,
  type RecallAsked,
  type RecallRead,
} from './recalls/recall.ts';
import type { Page, Paged } from './database/rows.ts';
import {
  addStampException,
  endStampException,
  type ExceptionDone,
  type ExceptionEnded,
  type StampPlace,
} from './stamps/exceptions.ts';
import { findStamp, type FoundStamp, type StampFinding } from './stamps/find.ts';
import { stampHistory, type StampHistory } from './stamps/history.ts';
import {
  findStampOrder,
  listStampOrders,
  orderStamps,
  type IssuedStamps,
  type StampOrder,
  type StampOrderAnswer,
  type StampOrderQuery,
} from './stamps/order.ts';
import { stampOrderHistory, type StampOrderHistory } from './stamps/order-history.ts';
import {
  activateStamps,
  stepStampSheets,
  voidRange,
  type ActivationDone,
  type SheetStepDone,
  type VoidingDone,
} from './stamps/steps.ts';

/**
 * The tables of traceability, and the life cycle of lots and stamps: orders, steps, exceptions,
 * recalls. Every write is one transaction that also adds to the journal; an expected refusal is an
 * answer with a reason, and nothing has changed then.
 */
export class LifeCycleService extends MedusaService({
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
    return this.inTransaction((manager) => registerLots(manager, lots, actor));
  }

  /** Lots, the latest made first. */
  findLots(query: LotQuery, page: Page): Promise<Paged<LotRead>> {
    return findLots(this.reader(), query, page);
  }

  /** One lot with its orders, recalls and journal; null when it is not registered. */
  lotHistory(code: string): Promise<LotHistory | null> {
    return lotHistory(this.reader(), code);
  }

  /** Issues a range of stamps as one row, whatever their number. */
  orderStamps(order: StampOrder, actor: string): Promise<StampOrderAnswer> {
    return this.inTransaction((manager) => orderStamps(manager, order, actor));
  }

  /** The stamps issued under a range number; null when there are none. */
  stampOrder(range: number): Promise<IssuedStamps | null> {
    return findStampOrder(this.reader(), range);
  }

  /** How far a range came, its parts, and the newest hundred lines about it; null for no range. */
  stampOrderHistory(range: number): Promise<StampOrderHistory | null> {
    return stampOrderHistory(this.reader(), range);
  }

  /** Orders, newest first. */
  stampOrders(query: StampOrderQuery, page: Page): Promise<Paged<IssuedStamps>> {
    return listStampOrders(this.reader(), query, page);
  }

  /** Notes that the sheets of a range were printed, or delivered. */
  stepStampSheets(range: number, step: SheetStep, actor: string): Promise<SheetStepDone> {
    return this.inTransaction((manager) => stepStampSheets(manager, range, step, actor));
  }

  /** Puts stamps of a range on the goods of a lot; see {@link activateStamps}. */
  activateStamps(
    asked: Parameters<typeof activateStamps>[1],
    isRefusedKey: (epoch: string) => boolean,
    actor: string,
  ): Promise<ActivationDone> {
    return this.inTransaction((manager) => activateStamps(manager, asked, isRefusedKey, actor));
  }

  /** Takes a range, or a part of it, out of use for good. */
  voidStamps(asked: Parameters<typeof voidRange>[1], actor: string): Promise<VoidingDone> {
    return this.inTransaction((manager) => voidRange(manager, asked, actor));
  }

  /** The stamp somebody means by a typed code or a pasted address. */
  findStamp(typed: string, settings: StampSettings): Promise<StampFinding> {
    return findStamp(this.reader(), typed, settings);
  }

  /** Everything known of one stamp. */
  stampHistory(stamp: FoundStamp, settings: StampSettings): Promise<StampHistory> {
    return stampHistory(this.reader(), stamp, settings, todayInVietnam(new Date()));
  }

  /** Singles a stamp out of its range. */
  addStampException(
    place: StampPlace,
    exception: { kind: StampExceptionKind; note: string },
    actor: string,
  ): Promise<ExceptionDone> {
    return this.inTransaction((manager) => addStampException(manager, place, exception, actor));
  }

  /** Ends an exception of a stamp. */
  endStampException(
    place: StampPlace,
    exception: { kind: StampExceptionKind; note: string },
    actor: string,
  ): Promise<ExceptionEnded> {
    return this.inTransaction((manager) => endStampException(manager, place, exception, actor));
  }

  /** Calls goods back; in force on the next look at one of their stamps. */
  announceRecall(asked: RecallAsked, actor: string): Promise<RecallAnswer> {
    return this.inTransaction((manager) => announceRecall(manager, asked, actor));
  }

  /** Ends a recall. */
  liftRecall(id: string, note: string, actor: string): Promise<LiftAnswer> {
    return this.inTransaction((manager) => liftRecall(manager, id, note, actor));
  }

  /** Recalls, the latest first. */
  findRecalls(open: boolean, page: Page): Promise<Paged<RecallRead>> {
    return findRecalls(this.reader(), open, page);
  }

  /** Who did what, the latest first. */
  readJournal(query: JournalQuery, page: Page): Promise<Paged<JournalEntryRead>> {
    return readJournal(this.reader(), query, page);
  }

  protected reader(): SqlEntityManager {
    return this.#repository.getFreshManager<SqlEntityManager>();
  }

  protected inTransaction<T>(work: (manager: SqlEntityManager) => Promise<T>): Promise<T> {
    return this.#repository.transaction<SqlEntityManager>(work);
  }
}
