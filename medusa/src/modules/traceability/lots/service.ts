import type { TraceContext } from '../context.ts';
import type { Page, Paged } from '../database/rows.ts';
import { findLots, lotHistory, type LotHistory, type LotQuery, type LotRead } from './lot-list.ts';
import { registerLots, type LotDeclaration, type LotRegistration } from './register.ts';

/** The register of lots. */
export function lotService({ database }: TraceContext) {
  return {
    /** Creates lots, and corrects registered ones where there is a reason; safe to repeat. */
    register: (
      lots: readonly LotDeclaration[],
      reason: string | null,
      actor: string,
    ): Promise<LotRegistration> =>
      database.transaction((manager) => registerLots(manager, lots, reason, actor)),

    /** Lots, the latest made first. */
    find: (query: LotQuery, page: Page): Promise<Paged<LotRead>> => findLots(database.reader(), query, page),

    /** One lot with its orders, recalls and audit log; null when it is not registered. */
    history: (code: string): Promise<LotHistory | null> => lotHistory(database.reader(), code),
  };
}
