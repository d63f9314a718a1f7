import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { MedusaService } from '@medusajs/framework/utils';
import type { DAL } from '@medusajs/framework/types';
import { todayInVietnam } from '@ocop/rules/date';
import type { EpcisEvent } from '@ocop/rules/epcis/event';
import type { JourneyStep } from '@ocop/rules/epcis/journey';
import type { StepEntry } from '@ocop/rules/epcis/step-entry';
import type { ReportState } from '@ocop/rules/report-life';
import type { SheetStep } from '@ocop/rules/stamp-life';
import type { StampExceptionKind } from '@ocop/rules/stamp-state';
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
import { readJournal, type JournalEntryRead, type JournalQuery } from './journal.ts';
import { findLots, lotHistory, type LotHistory, type LotQuery, type LotRead } from './lot-list.ts';
import { registerLots, type LotDeclaration, type LotRegistration } from './lot-register.ts';
import {
  announceRecall,
  findRecalls,
  liftRecall,
  type LiftAnswer,
  type RecallAnswer,
  type RecallAsked,
  type RecallRead,
} from './recall.ts';
import type { Page, Paged } from './rows.ts';
import {
  findReports,
  readReport,
  readReportPhoto,
  reportsOfStamp,
  stepReport,
  type ReportOfStamp,
  type ReportRead,
  type ReportStep,
  type ReportStepDone,
} from './report-desk.ts';
import { forgetOldReports } from './report-expiry.ts';
import { takeReport, type NewReport } from './report-intake.ts';
import { forgetOldScans } from './scan-expiry.ts';
import { recordScans, type Scan } from './scan-record.ts';
import {
  findSuspicious,
  summariseScans,
  type ScanSummary,
  type ScanWindow,
  type SuspiciousStamp,
} from './scan-statistics.ts';
import {
  addStampException,
  endStampException,
  type ExceptionDone,
  type ExceptionEnded,
  type StampPlace,
} from './stamp-exceptions.ts';
import { findStamp, type FoundStamp, type StampFinding } from './stamp-find.ts';
import { stampHistory, type StampHistory } from './stamp-history.ts';
import { lookAtStamps, type StampAnswer, type StampAsked } from './stamp-look.ts';
import {
  findStampOrder,
  listStampOrders,
  orderStamps,
  type IssuedStamps,
  type StampOrder,
  type StampOrderAnswer,
  type StampOrderQuery,
} from './stamp-order.ts';
import { stampOrderHistory, type StampOrderHistory } from './stamp-order-history.ts';
import {
  activateStamps,
  stepStampSheets,
  voidRange,
  type ActivationDone,
  type SheetStepDone,
  type VoidingDone,
} from './stamp-steps.ts';
import {
  storeSteps,
  takeEventBack,
  type EventError,
  type StepsAnswer,
  type TakenBack,
} from './trace-event-entry.ts';
import { findLotJourney } from './trace-event-journey.ts';
import { findEvent, findEvents, type EventQuery } from './trace-event-query.ts';
import { storeEvents, type CapturedEvent, type StoreAnswer } from './trace-event-store.ts';

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

  /** Lots, the latest made first. */
  findLots(query: LotQuery, page: Page): Promise<Paged<LotRead>> {
    return findLots(this.#reader(), query, page);
  }

  /** One lot with its orders, recalls and journal; null when it is not registered. */
  lotHistory(code: string): Promise<LotHistory | null> {
    return lotHistory(this.#reader(), code);
  }

  /** Issues a range of stamps as one row, whatever their number. */
  orderStamps(order: StampOrder, actor: string): Promise<StampOrderAnswer> {
    return this.#inTransaction((manager) => orderStamps(manager, order, actor));
  }

  /** The stamps issued under a range number; null when there are none. */
  stampOrder(range: number): Promise<IssuedStamps | null> {
    return findStampOrder(this.#reader(), range);
  }

  /** How far a range came, its parts, and the newest hundred lines about it; null for no range. */
  stampOrderHistory(range: number): Promise<StampOrderHistory | null> {
    return stampOrderHistory(this.#reader(), range);
  }

  /** Orders, newest first. */
  stampOrders(query: StampOrderQuery, page: Page): Promise<Paged<IssuedStamps>> {
    return listStampOrders(this.#reader(), query, page);
  }

  /** Notes that the sheets of a range were printed, or delivered. */
  stepStampSheets(range: number, step: SheetStep, actor: string): Promise<SheetStepDone> {
    return this.#inTransaction((manager) => stepStampSheets(manager, range, step, actor));
  }

  /** Puts stamps of a range on the goods of a lot; see {@link activateStamps}. */
  activateStamps(
    asked: Parameters<typeof activateStamps>[1],
    isRefusedKey: (epoch: string) => boolean,
    actor: string,
  ): Promise<ActivationDone> {
    return this.#inTransaction((manager) => activateStamps(manager, asked, isRefusedKey, actor));
  }

  /** Takes a range, or a part of it, out of use for good. */
  voidStamps(asked: Parameters<typeof voidRange>[1], actor: string): Promise<VoidingDone> {
    return this.#inTransaction((manager) => voidRange(manager, asked, actor));
  }

  /** The stamp somebody means by a typed code or a pasted address. */
  findStamp(typed: string, settings: StampSettings): Promise<StampFinding> {
    return findStamp(this.#reader(), typed, settings);
  }

  /** Everything known of one stamp. */
  stampHistory(stamp: FoundStamp, settings: StampSettings): Promise<StampHistory> {
    return stampHistory(this.#reader(), stamp, settings, todayInVietnam(new Date()));
  }

  /** Singles a stamp out of its range. */
  addStampException(
    place: StampPlace,
    exception: { kind: StampExceptionKind; note: string },
    actor: string,
  ): Promise<ExceptionDone> {
    return this.#inTransaction((manager) => addStampException(manager, place, exception, actor));
  }

  /** Ends an exception of a stamp. */
  endStampException(
    place: StampPlace,
    exception: { kind: StampExceptionKind; note: string },
    actor: string,
  ): Promise<ExceptionEnded> {
    return this.#inTransaction((manager) => endStampException(manager, place, exception, actor));
  }

  /** Calls goods back; in force on the next look at one of their stamps. */
  announceRecall(asked: RecallAsked, actor: string): Promise<RecallAnswer> {
    return this.#inTransaction((manager) => announceRecall(manager, asked, actor));
  }

  /** Ends a recall. */
  liftRecall(id: string, note: string, actor: string): Promise<LiftAnswer> {
    return this.#inTransaction((manager) => liftRecall(manager, id, note, actor));
  }

  /** Recalls, the latest first. */
  findRecalls(open: boolean, page: Page): Promise<Paged<RecallRead>> {
    return findRecalls(this.#reader(), open, page);
  }

  /** Who did what, the latest first. */
  readJournal(query: JournalQuery, page: Page): Promise<Paged<JournalEntryRead>> {
    return readJournal(this.#reader(), query, page);
  }

  /** What is known of stamps whose codes the site has verified; records nothing. */
  lookAtStamps(stamps: readonly StampAsked[]): Promise<(StampAnswer | null)[]> {
    return lookAtStamps(this.#reader(), stamps, todayInVietnam(new Date()));
  }

  /** Records scans of stamps whose codes the site has verified; handing one over twice is harmless. */
  recordScans(scans: readonly Scan[]): Promise<{ counted: number }> {
    return this.#inTransaction((manager) => recordScans(manager, scans));
  }

  /** Counts the scans of some days by day, province and product. */
  scanSummary(window: ScanWindow): Promise<ScanSummary> {
    return summariseScans(this.#repository.getFreshManager<SqlEntityManager>(), window);
  }

  /** Stamps whose scans look like those of many copies, the worst first. */
  suspiciousStamps(page: Page): Promise<Paged<SuspiciousStamp>> {
    return findSuspicious(this.#repository.getFreshManager<SqlEntityManager>(), page);
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

  /** Takes a consumer's report down. @returns its number, the same for a form sent twice */
  takeReport(report: NewReport): Promise<number> {
    return this.#inTransaction((manager) => takeReport(manager, report));
  }

  /** Reports, the newest first; `state` null for all. */
  findReports(state: ReportState | null, page: Page): Promise<Paged<ReportRead>> {
    return findReports(this.#reader(), state, page);
  }

  /** One report; null when there is none with this id. */
  readReport(id: string): Promise<ReportRead | null> {
    return readReport(this.#reader(), id);
  }

  /** The JPEG of a report; null where it has none, or none any more. */
  readReportPhoto(id: string): Promise<Uint8Array | null> {
    return readReportPhoto(this.#reader(), id);
  }

  /** The newest hundred reports of one stamp. */
  reportsOfStamp(stamp: { range: number; index: number }): Promise<ReportOfStamp[]> {
    return reportsOfStamp(this.#reader(), stamp);
  }

  /** Takes a report up, or closes it. */
  stepReport(id: string, step: ReportStep, actor: string): Promise<ReportStepDone> {
    return this.#inTransaction((manager) => stepReport(manager, id, step, actor));
  }

  /** Erases contact and photo of reports past their time. @returns how many lost something */
  forgetOldReports(now: Date): Promise<number> {
    return this.#inTransaction((manager) => forgetOldReports(manager, now));
  }

  #reader(): SqlEntityManager {
    return this.#repository.getFreshManager<SqlEntityManager>();
  }

  /** Adds events that passed the check of their shape to the history, all or none. */
  storeEvents(events: readonly CapturedEvent[], actor: string): Promise<StoreAnswer> {
    return this.#inTransaction((manager) => storeEvents(manager, events, actor));
  }

  /** Adds steps as staff typed them to the history of their lots, all or none. */
  storeSteps(entries: readonly StepEntry[], actor: string): Promise<StepsAnswer> {
    return this.#inTransaction((manager) => storeSteps(manager, entries, actor, Date.now()));
  }

  /** Takes an event back; it stays in the history beside the declaration that it was wrong. */
  takeEventBack(eventID: string, reason: EventError, actor: string): Promise<TakenBack> {
    const now = new Date().toISOString();
    return this.#inTransaction((manager) => takeEventBack(manager, eventID, reason, actor, now));
  }

  /** Trace events by time. */
  traceEvents(query: EventQuery): Promise<Paged<EpcisEvent>> {
    return findEvents(this.#reader(), query);
  }

  /** The event with this eventID, then the declarations that take it back. */
  traceEvent(eventID: string): Promise<EpcisEvent[]> {
    return findEvent(this.#reader(), eventID);
  }

  /** The public steps of a lot, oldest first; null when it is not registered. */
  lotJourney(lot: string): Promise<JourneyStep[] | null> {
    return findLotJourney(this.#reader(), lot);
  }

  #inTransaction<T>(work: (manager: SqlEntityManager) => Promise<T>): Promise<T> {
    return this.#repository.transaction<SqlEntityManager>(work);
  }
}
