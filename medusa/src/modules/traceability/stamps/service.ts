import { todayInVietnam } from '@ocop/rules/date';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import { isCutOff } from '@ocop/rules/stamps/stamp-keys';
import type { SheetStep } from '@ocop/rules/stamps/stamp-life-cycle';
import { stampsOfRange } from '@ocop/rules/stamps/stamp-range';
import { isAddress, readStampAddress } from '@ocop/rules/stamps/whose-address';
import type { TraceContext } from '../context.ts';
import type { Page, Paged } from '../database/rows.ts';
import type { StampSettings } from '../options.ts';
import {
  addStampException,
  endStampException,
  type ExceptionDone,
  type ExceptionEnded,
  type ExceptionRequest,
} from './exceptions.ts';
import { stampHistory, type StampHistory } from './history.ts';
import { findStampOfCode, type IssuedStamp, type StampFinding } from './find.ts';
import { stampOrderHistory, type StampOrderHistory } from './order-history.ts';
import {
  findStampOrder,
  listStampOrders,
  orderStamps,
  type IssuedStamps,
  type StampOrderAnswer,
  type StampOrderQuery,
  type StampOrderRequest,
} from './order.ts';
import {
  activateStamps,
  stepStampSheets,
  voidRange,
  type ActivationDone,
  type ActivationRequest,
  type SheetStepDone,
  type VoidingDone,
  type VoidingRequest,
} from './steps.ts';

const noKeys = { ok: false, reason: 'no-keys' } as const;

/** Stamps: orders, the steps of their ranges, and single stamps. */
export function stampService({ database, options, now }: TraceContext) {
  const settings = options.stamps;
  const change = (actor: string) => ({ actor, at: now(), origin: options.siteOrigin });
  return {
    /** What stamps are printed with; null on a server without stamp keys. */
    settings: (): StampSettings | null => settings,

    /** The host of an address somebody gave, where it is none of the site's. */
    foreignHostOf: (typed: string): string | null =>
      isAddress(typed) ? readStampAddress(typed, options.ownHosts).foreignHost : null,

    /** The code printed on a stamp; null on a server without the key it was made with. */
    codeOf({ range, index, epoch, gtin, form }: StampPosition & Printed): string | null {
      if (!settings || !Object.hasOwn(settings.keyring.epochs, epoch)) return null;
      const one = { number: range, first: index, count: 1, epoch, gtin, form };
      const [stamp] = stampsOfRange(one, settings.keyring, settings.siteUrl);
      return stamp?.code ?? null;
    },

    /** Issues a range of stamps under the current key as one row, whatever their number. */
    async order(request: StampOrderRequest, actor: string): Promise<StampOrderAnswer | typeof noKeys> {
      if (!settings) return noKeys;
      const epoch = settings.keyring.current;
      return database.transaction((manager) => orderStamps(manager, { ...request, epoch }, actor));
    },

    /** The stamps issued under a range number; null when there are none. */
    findOrder: (range: number): Promise<IssuedStamps | null> => findStampOrder(database.reader(), range),

    /** How far a range came, its spans, and the newest hundred lines about it; null for no range. */
    orderHistory: (range: number): Promise<StampOrderHistory | null> =>
      stampOrderHistory(database.reader(), range),

    /** Orders, newest first. */
    findOrders: (query: StampOrderQuery, page: Page): Promise<Paged<IssuedStamps>> =>
      listStampOrders(database.reader(), query, page),

    /** Notes that the sheets of a range were printed, or delivered. */
    stepSheets: (range: number, step: SheetStep, actor: string): Promise<SheetStepDone> =>
      database.transaction((manager) => stepStampSheets(manager, range, step, change(actor))),

    /** Puts stamps of a range on the goods of a lot. */
    activate: (request: ActivationRequest, actor: string): Promise<ActivationDone> =>
      database.transaction((manager) => {
        const isRefusedKey = (epoch: string) =>
          settings !== null && isCutOff(settings.keyring, epoch, now().toISOString());
        return activateStamps(manager, request, isRefusedKey, change(actor));
      }),

    /** Takes a range, or a segment of it, out of use for good. */
    void: (request: VoidingRequest, actor: string): Promise<VoidingDone> =>
      database.transaction((manager) => voidRange(manager, request, change(actor))),

    /** The stamp somebody means by a typed code or a pasted address. */
    async find(typed: string): Promise<StampFinding | typeof noKeys> {
      return settings
        ? findStampOfCode(database.reader(), typed, { ...settings, ownHosts: options.ownHosts })
        : noKeys;
    },

    /** Everything known of one stamp. */
    history: (stamp: IssuedStamp): Promise<StampHistory> =>
      stampHistory(database.reader(), stamp, settings?.keyring ?? null, todayInVietnam(now())),

    /** Singles a stamp out of its range. */
    addException: (
      position: StampPosition,
      request: ExceptionRequest,
      actor: string,
    ): Promise<ExceptionDone> =>
      database.transaction((manager) => addStampException(manager, position, request, change(actor))),

    /** Ends an exception of a stamp. */
    endException: (
      position: StampPosition,
      request: ExceptionRequest,
      actor: string,
    ): Promise<ExceptionEnded> =>
      database.transaction((manager) => endStampException(manager, position, request, actor)),
  };
}

type Printed = Pick<IssuedStamps, 'epoch' | 'gtin' | 'form'>;
