/**
 * Pieces of one kind lie in one place that sells: Medusa takes a whole line from one place, so that nine here and five
 * there are shown as fourteen and ordered by nobody (decision 0056). Refused where the second stock is written.
 */
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from '@medusajs/framework/http';
import { ContainerRegistrationKeys, MedusaError } from '@medusajs/framework/utils';

interface Level {
  inventory_item_id: string;
  location_id: string;
  stocked_quantity?: unknown;
}

/** The levels that a request of any of Medusa's routes for stock writes. */
export function writtenLevels(body: unknown, params: { id?: string; location_id?: string }): Level[] {
  const { create, update, ...own } = (body ?? {}) as { create?: unknown; update?: unknown };
  const listed = [create, update].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  return (listed.length > 0 ? listed : [own]).flatMap((one): Level[] => {
    const level = { inventory_item_id: params.id, location_id: params.location_id, ...(one as object) };
    const { inventory_item_id: item, location_id: place } = level;
    return typeof item === 'string' && typeof place === 'string'
      ? [{ ...level, inventory_item_id: item, location_id: place }]
      : [];
  });
}

/**
 * Items that would lie in two places that sell.
 * @param present levels as they are
 * @param selling ids of the places that deliver for a sales channel
 */
export function inTwoPlaces(
  present: readonly Level[],
  written: readonly Level[],
  selling: ReadonlySet<string>,
): string[] {
  const stocked = new Map<string, Map<string, number>>();
  for (const { inventory_item_id: item, location_id: place, stocked_quantity: pieces } of [
    ...present,
    ...written,
  ]) {
    if (!selling.has(place) || pieces === undefined) continue;
    stocked.set(item, (stocked.get(item) ?? new Map<string, number>()).set(place, Number(pieces)));
  }
  const touched = new Set(
    written.filter(({ stocked_quantity: n }) => Number(n) > 0).map((one) => one.inventory_item_id),
  );
  return [...touched].filter(
    (item) => [...(stocked.get(item)?.values() ?? [])].filter((pieces) => pieces > 0).length > 1,
  );
}

async function refuseSecondPlace(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  try {
    const written = writtenLevels(req.body, req.params);
    const items = [...new Set(written.map(({ inventory_item_id: id }) => id))];
    if (items.length === 0) return next();
    const database = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
    const [places, levels] = await Promise.all([
      database.raw<{ rows: { id: string }[] }>(
        'select distinct stock_location_id as id from sales_channel_stock_location where deleted_at is null',
      ),
      database.raw<{ rows: Level[] }>(
        `select inventory_item_id, location_id, stocked_quantity from inventory_level
         where deleted_at is null and inventory_item_id in (select jsonb_array_elements_text(?::jsonb))`,
        [JSON.stringify(items)],
      ),
    ]);
    const twice = inTwoPlaces(levels.rows, written, new Set(places.rows.map(({ id }) => id)));
    if (twice.length === 0) return next();
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      'Hàng này đã có tồn kho ở một kho bán khác. Mỗi gói hàng chỉ để ở một kho bán: đặt kho kia về 0 trước, rồi nhập vào kho này. ' +
        `(Stocked at another selling location already; set that one to 0 first. Items: ${twice.join(', ')}.) Nothing was changed.`,
    );
  } catch (error) {
    next(error);
  }
}

export const stockRoutes: MiddlewareRoute[] = [
  '/admin/inventory-items/location-levels/batch',
  '/admin/inventory-items/:id/location-levels',
  '/admin/inventory-items/:id/location-levels/batch',
  '/admin/inventory-items/:id/location-levels/:location_id',
].map((matcher) => ({ matcher, methods: ['POST'], middlewares: [refuseSecondPlace] }));
