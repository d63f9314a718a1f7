import type { TraceContext } from '../context.ts';
import type { Page, Paged } from '../database/rows.ts';
import { findLots, lotHistory, type LotHistory, type LotQuery, type LotRead } from './lot-list.ts';
import { registerLots, type LotDeclaration, type LotRegistration } from './register.ts';

/** The register of lots. */
export function lotService({ database }: TraceContext) {
  return {
    /** Brings the lots in line with the record; safe to repeat. Lots missing from it stay. */
    register: (lots: readonly LotDeclaration[], actor: string): Promise<LotRegistration> =>
      database.transaction((manager) => registerLots(manager, lots, actor)),

    /** Lots, the latest made first. */
    find: (query: LotQuery, page: Page): Promise<Paged<LotRead>> => findLots(database.reader(), query, page),

    /** One lot with its orders, recalls and audit log; null when it is not registered. */
    history: (code: string): Promise<LotHistory | null> => lotHistory(database.reader(), code),
  };
}
