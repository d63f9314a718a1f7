import type { EpcisEvent } from '@ocop/rules/epcis/event';
import type { StepEntry } from '@ocop/rules/epcis/step-entry';
import type { ReportState } from '@ocop/rules/stamps/report';
import { LifeCycleService } from './life-cycle-service.ts';
import type { Page, Paged } from './database/rows.ts';
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
} from './reports/desk.ts';
import { forgetOldReports } from './reports/expiry.ts';
import { takeReport, type NewReport } from './reports/intake.ts';
import { eraseScans, type ErasureWindow } from './scans/erasure.ts';
import { forgetOldScans } from './scans/expiry.ts';
import { recordScans, type Scan } from './scans/record.ts';
import {
  findSuspicious,
  summariseScans,
  type ScanSummary,
  type ScanWindow,
  type SuspiciousStamp,
} from './scans/statistics.ts';
import type { StampPlace } from './stamps/exceptions.ts';
import {
  storeSteps,
  takeEventBack,
  type EventError,
  type StepsAnswer,
  type TakenBack,
} from './epcis/event-entry.ts';
import { findLotJourney, type LotJourney } from './epcis/journey.ts';
import { findEvent, findEvents, type EventQuery } from './epcis/event-query.ts';
import { storeEvents, type CapturedEvent, type StoreAnswer } from './epcis/event-store.ts';

/** All of traceability: the life cycle of stamps, their scans, consumers' reports, trace events. */
export class TraceabilityService extends LifeCycleService {
  /** Records scans of stamps whose codes the site has verified; handing one over twice is harmless. */
  recordScans(scans: readonly Scan[]): Promise<{ counted: number }> {
    return this.inTransaction((manager) => recordScans(manager, scans));
  }

  /** Counts the scans of some days by day, province and product. */
  scanSummary(window: ScanWindow): Promise<ScanSummary> {
    return summariseScans(this.reader(), window);
  }

  /** Stamps whose scans look like those of many copies, the worst first. */
  suspiciousStamps(page: Page): Promise<Paged<SuspiciousStamp>> {
    return findSuspicious(this.reader(), page);
  }

  /** Erases the scans that are past their time, in small steps. @returns how many went */
  async forgetOldScans(now: Date): Promise<number> {
    let total = 0;
    for (let more = true; more;) {
      const step = await this.inTransaction((manager) => forgetOldScans(manager, now));
      total += step.erased;
      more = step.more;
    }
    return total;
  }

  /** Erases the scans of one stamp on request, all or those of a window; see {@link eraseScans}. */
  eraseScans(place: StampPlace, window: ErasureWindow, actor: string): Promise<{ erased: number }> {
    return this.inTransaction((manager) => eraseScans(manager, place, window, actor));
  }

  /** Takes a consumer's report down. @returns its number, the same for a form sent twice */
  takeReport(report: NewReport): Promise<number> {
    return this.inTransaction((manager) => takeReport(manager, report));
  }

  /** Reports, the newest first; `state` null for all. */
  findReports(state: ReportState | null, page: Page): Promise<Paged<ReportRead>> {
    return findReports(this.reader(), state, page);
  }

  /** One report; null when there is none with this id. */
  readReport(id: string): Promise<ReportRead | null> {
    return readReport(this.reader(), id);
  }

  /** The JPEG of a report; null where it has none, or none any more. */
  readReportPhoto(id: string): Promise<Uint8Array | null> {
    return readReportPhoto(this.reader(), id);
  }

  /** The newest hundred reports of one stamp. */
  reportsOfStamp(stamp: { range: number; index: number }): Promise<ReportOfStamp[]> {
    return reportsOfStamp(this.reader(), stamp);
  }

  /** Takes a report up, or closes it. */
  stepReport(id: string, step: ReportStep, actor: string): Promise<ReportStepDone> {
    return this.inTransaction((manager) => stepReport(manager, id, step, actor));
  }

  /** Erases contact and photo of reports past their time. @returns how many lost something */
  forgetOldReports(now: Date): Promise<number> {
    return this.inTransaction((manager) => forgetOldReports(manager, now));
  }

  /** Adds events that passed the check of their shape to the history, all or none. */
  storeEvents(events: readonly CapturedEvent[], actor: string): Promise<StoreAnswer> {
    return this.inTransaction((manager) => storeEvents(manager, events, actor));
  }

  /** Adds steps as staff typed them to the history of their lots, all or none. */
  storeSteps(entries: readonly StepEntry[], actor: string): Promise<StepsAnswer> {
    return this.inTransaction((manager) => storeSteps(manager, entries, actor, Date.now()));
  }

  /** Takes an event back; it stays in the history beside the declaration that it was wrong. */
  takeEventBack(eventID: string, reason: EventError, actor: string): Promise<TakenBack> {
    const now = new Date().toISOString();
    return this.inTransaction((manager) => takeEventBack(manager, eventID, reason, actor, now));
  }

  /** Trace events by time. */
  traceEvents(query: EventQuery): Promise<Paged<EpcisEvent>> {
    return findEvents(this.reader(), query);
  }

  /** The event with this eventID, then the declarations that take it back. */
  traceEvent(eventID: string): Promise<EpcisEvent[]> {
    return findEvent(this.reader(), eventID);
  }

  /** The public steps of a lot, oldest first; null when it is not registered. */
  lotJourney(lot: string): Promise<LotJourney | null> {
    return findLotJourney(this.reader(), lot);
  }
}
