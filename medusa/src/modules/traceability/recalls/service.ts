import type { TraceContext } from '../context.ts';
import type { Page, Paged } from '../database/rows.ts';
import {
  announceRecall,
  clearStock,
  findRecalls,
  liftRecall,
  type ClearStockAnswer,
  type LiftAnswer,
  type RecallAnswer,
  type RecallRead,
  type RecallRequest,
} from './recall.ts';
import type { PublicRecall } from '@ocop/contract/public-recalls';
import { publicRecalls } from './public-recalls.ts';

/** Recalls of goods. */
export function recallService({ database, options, now }: TraceContext) {
  return {
    /** Calls goods back; in force for every scan of one of their stamps from now on. */
    announce: (request: RecallRequest, actor: string): Promise<RecallAnswer> =>
      database.transaction((manager) =>
        announceRecall(manager, request, { actor, at: now(), origin: options.siteOrigin }),
      ),

    /** Ends a recall. */
    lift: (id: string, note: string, actor: string): Promise<LiftAnswer> =>
      database.transaction((manager) => liftRecall(manager, id, note, actor)),

    /** Lets the product of a recall be sold again: the stock is not of the recalled goods. */
    clearStock: (id: string, note: string, actor: string): Promise<ClearStockAnswer> =>
      database.transaction((manager) => clearStock(manager, id, note, actor)),

    /** Recalls as everybody may know them. */
    findPublic: (): Promise<PublicRecall[]> => publicRecalls(database.reader()),

    /** Recalls, the latest first; `open` leaves out those that were lifted. */
    find: (open: boolean, page: Page): Promise<Paged<RecallRead>> =>
      findRecalls(database.reader(), open, page),
  };
}
