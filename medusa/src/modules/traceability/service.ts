import type { DAL, IEventBusModuleService, Logger, ModuleJoinerConfig } from '@medusajs/framework/types';
import { defineJoinerConfig, Modules } from '@medusajs/framework/utils';
import { auditLogService } from './audit-log/service.ts';
import type { TraceContext } from './context.ts';
import { databaseOf, thenCall } from './database/database.ts';
import { traceEventService } from './epcis/service.ts';
import { lotService } from './lots/service.ts';
import type { TraceabilityOptions } from './options.ts';
import { relayOf } from './outbox/relay.ts';
import { outboxService } from './outbox/service.ts';
import { productService } from './products/service.ts';
import { recallService } from './recalls/service.ts';
import { reportService } from './reports/service.ts';
import { scanService } from './scans/service.ts';
import { sellingService } from './selling/service.ts';
import { stampService } from './stamps/service.ts';

/** The name the service is resolved by in Medusa's container. */
export const TRACEABILITY = 'traceability';

/** What Medusa gives the module. The event bus is asked for at each use: it may load later. */
interface ModuleContainer {
  baseRepository: DAL.RepositoryService;
  logger: Logger;
  [Modules.EVENT_BUS]: IEventBusModuleService;
}

/**
 * Traceability, one service for each subject. Every change is one transaction that also writes the
 * audit log and the outbox; an expected refusal is an answer with a reason, and nothing has changed
 * then.
 *
 * The class does not extend Medusa's generated service: its `createLots`, `updateLots`, `deleteLots`
 * and the like would change rows without a word in the audit log.
 */
export class TraceabilityService {
  readonly auditLog: ReturnType<typeof auditLogService>;
  readonly products: ReturnType<typeof productService>;
  readonly lots: ReturnType<typeof lotService>;
  readonly stamps: ReturnType<typeof stampService>;
  readonly scans: ReturnType<typeof scanService>;
  readonly recalls: ReturnType<typeof recallService>;
  readonly reports: ReturnType<typeof reportService>;
  readonly traceEvents: ReturnType<typeof traceEventService>;
  readonly selling: ReturnType<typeof sellingService>;
  readonly outbox: ReturnType<typeof outboxService>;
  /** Medusa calls this when the application is up: what a crash left in the outbox is sent then. */
  readonly __hooks: { onApplicationStart(): Promise<void> };

  constructor(container: ModuleContainer, options: TraceabilityOptions | undefined) {
    if (!options) throw new Error('The module traceability has no options: give them in medusa-config.ts.');
    const database = databaseOf(container.baseRepository);
    const relay = relayOf(database, () => container[Modules.EVENT_BUS], container.logger);
    const now = () => new Date();
    // Scans are counted many times a second and publish nothing, so the relay is not called for them.
    const quiet: TraceContext = { database, options, now };
    const context: TraceContext = { ...quiet, database: thenCall(database, relay.nudge) };
    this.auditLog = auditLogService(context);
    this.products = productService(quiet);
    this.lots = lotService(context);
    this.stamps = stampService(context);
    this.scans = scanService(quiet, context);
    this.recalls = recallService(context);
    this.reports = reportService(context);
    this.traceEvents = traceEventService(context);
    this.selling = sellingService(context);
    this.outbox = outboxService(quiet, relay);
    this.__hooks = {
      onApplicationStart: () => {
        relay.nudge();
        return Promise.resolve();
      },
    };
  }

  /** Tells Medusa's query engine that the module's tables are not its to read or write. */
  __joinerConfig(): ModuleJoinerConfig {
    return defineJoinerConfig(TRACEABILITY, { models: [], linkableKeys: {} });
  }
}
