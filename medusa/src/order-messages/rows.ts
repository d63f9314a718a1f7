import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';

/** Runs one statement with `?` for its values and answers its rows. */
export type Rows = <T>(statement: string, values: readonly (string | number)[]) => Promise<T[]>;

/** How Medusa's own connection runs a statement. */
export function rowsIn(container: MedusaContainer): Rows {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  return async <T>(statement: string, values: readonly (string | number)[]) =>
    (await database.raw<{ rows: T[] }>(statement, [...values])).rows;
}
