/**
 * Orders torn by the end of a process: Medusa turns a cart into an order in many steps, each committed by
 * itself, and takes them back when one fails; a process that is killed takes nothing back. The journal of
 * completions tells which attempts have no end. Here they are ended as Medusa would have ended them: an order
 * with everything it needs stays, any other is taken back and its cart is open again, so that the buyer who
 * asks again places it once.
 */
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import { ORDER_COMPLETION } from '../modules/order-completion/index.ts';
import type { OpenCompletion, OrderCompletionService } from '../modules/order-completion/service.ts';

/** Longer than any answer waits; an attempt that is older and whose cart nobody has locked is torn. */
const TORN_AFTER_S = 30;

/** What became of an attempt that was looked at. `busy`: somebody is working on the cart. */
export type Ending = 'whole' | 'undone' | 'stuck' | 'busy' | 'none';

/**
 * Looks at the attempt of one cart that has not ended, if there is one, and ends it unless it is under way.
 * @param waitS how many seconds to wait while somebody works on the cart
 */
export async function endTornCompletion(
  container: MedusaContainer,
  cartId: string,
  waitS: number,
): Promise<Ending> {
  const journal = completions(container);
  if ((await journal.openOf(cartId)) === null) return 'none';
  let ending: Ending | null = null;
  const look = async () => {
    const attempt = await journal.openOf(cartId);
    ending = attempt === null ? 'none' : await end(container, attempt);
  };
  try {
    // The lock that completing the cart takes.
    await container.resolve(Modules.LOCKING).execute(cartId, look, { timeout: waitS });
  } catch (error) {
    if (ending === null) return 'busy';
    throw error;
  }
  return ending ?? 'busy';
}

/** Ends every attempt that nobody is working on any more; called each minute. */
export async function endTornCompletions(container: MedusaContainer): Promise<Record<Ending, number>> {
  const journal = completions(container);
  const counted: Record<Ending, number> = { whole: 0, undone: 0, stuck: 0, busy: 0, none: 0 };
  for (const { cartId } of await journal.openFor(TORN_AFTER_S)) {
    counted[await endTornCompletion(container, cartId, 0)] += 1;
  }
  await journal.eraseOld();
  return counted;
}

function completions(container: MedusaContainer): OrderCompletionService {
  return container.resolve<OrderCompletionService>(ORDER_COMPLETION);
}

async function end(container: MedusaContainer, attempt: OpenCompletion): Promise<Ending> {
  const journal = completions(container);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  try {
    const orders = await ordersOf(container, attempt);
    const cart = await container.resolve(Modules.CART).retrieveCart(attempt.cartId);
    const whole = orders.find((order) => cart.completed_at && isWhole(order));
    for (const order of orders) if (order !== whole) await takeBack(container, order);
    if (whole) {
      await journal.end(attempt.id, 'done', { orderId: whole.id });
      return 'whole';
    }
    if (cart.completed_at) await reopen(container, attempt.cartId);
    await journal.end(attempt.id, 'undone', { problem: `orders taken back: ${orders.length}` });
    logger.warn(`Completing cart ${attempt.cartId} was torn: ${orders.length} orders taken back.`);
    return 'undone';
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    // Once: it is tried again each minute.
    if (attempt.problem !== problem) {
      logger.error(`Completing cart ${attempt.cartId} was torn and cannot be taken back: ${problem}`);
      await journal.end(attempt.id, 'stuck', { problem });
    }
    return 'stuck';
  }
}

interface TornOrder {
  id: string;
  /** Links that name it. */
  cartId: string | null;
  /** `awaitsMoney`: it is placed although its payment is still to come, by transfer. */
  collections: { id: string; paymentIds: string[]; awaitsMoney: boolean }[];
  lines: { id: string; managed: boolean }[];
  /** Reservations by line. */
  reserved: Map<string, { id: string; inventoryItemId: string }[]>;
}

/**
 * Everything an order by this shop has from its first moment; cash on delivery is an authorised payment, a transfer
 * is one that is awaited.
 */
function isWhole({ cartId, collections, lines, reserved }: TornOrder): boolean {
  return (
    cartId !== null &&
    collections.some(({ paymentIds, awaitsMoney }) => paymentIds.length > 0 || awaitsMoney) &&
    lines.every(({ id, managed }) => !managed || reserved.has(id))
  );
}

interface OrderRow {
  id: string;
  items: { id: string; variant: { manage_inventory: boolean } | null }[] | null;
  payment_collections:
    | {
        id: string;
        payment_sessions: { status: string; payment: { id: string } | null }[] | null;
      }[]
    | null;
}

/** The orders an attempt made: the one linked to its cart, and those that did not come that far. */
async function ordersOf(container: MedusaContainer, { cartId, at }: OpenCompletion): Promise<TornOrder[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const links = await query.graph({
    entity: 'order_cart',
    fields: ['order_id'],
    filters: { cart_id: cartId },
  });
  const linked = new Set((links.data as { order_id: string }[]).map(({ order_id }) => order_id));
  const found = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: { id: string }[] }>(
      `select id from "order"
       where created_at >= ? and metadata->>'cart_id' = ? and deleted_at is null and canceled_at is null`,
      [at, cartId],
    );
  const ids = [...new Set([...linked, ...found.rows.map(({ id }) => id)])];
  if (ids.length === 0) return [];
  const { data } = await query.graph({
    entity: 'order',
    fields: [
      'id',
      'items.id',
      'items.variant.manage_inventory',
      'payment_collections.id',
      'payment_collections.payment_sessions.id',
      'payment_collections.payment_sessions.status',
      'payment_collections.payment_sessions.payment.id',
    ],
    filters: { id: ids },
  });
  return Promise.all(
    (data as unknown as OrderRow[]).map(async ({ id, items, payment_collections }) => {
      const lines = (items ?? []).map((item) => ({
        id: item.id,
        managed: item.variant?.manage_inventory ?? false,
      }));
      return {
        id,
        cartId: linked.has(id) ? cartId : null,
        collections: (payment_collections ?? []).map((one) => ({
          id: one.id,
          paymentIds: (one.payment_sessions ?? []).flatMap(({ payment }) => payment?.id ?? []),
          awaitsMoney: (one.payment_sessions ?? []).some(({ status }) => status === 'pending_authorization'),
        })),
        lines,
        reserved: await reservationsOf(container, lines),
      };
    }),
  );
}

async function reservationsOf(
  container: MedusaContainer,
  lines: TornOrder['lines'],
): Promise<TornOrder['reserved']> {
  if (lines.length === 0) return new Map();
  const found = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id: lines.map(({ id }) => id) });
  const reserved: TornOrder['reserved'] = new Map();
  for (const { id, inventory_item_id: inventoryItemId, line_item_id: line } of found) {
    const key = line ?? '';
    reserved.set(key, [...(reserved.get(key) ?? []), { id, inventoryItemId }]);
  }
  return reserved;
}

/** In the order in which Medusa itself takes its steps back: what was done last goes first. */
async function takeBack(container: MedusaContainer, order: TornOrder): Promise<void> {
  const payment = container.resolve(Modules.PAYMENT);
  for (const id of order.collections.flatMap(({ paymentIds }) => paymentIds)) {
    await payment.cancelPayment(id);
  }
  const reservations = [...order.reserved.values()].flat();
  if (reservations.length > 0) {
    const keys = [...new Set(reservations.map(({ inventoryItemId }) => inventoryItemId))];
    await container
      .resolve(Modules.LOCKING)
      .execute(keys, () =>
        container.resolve(Modules.INVENTORY).deleteReservationItems(reservations.map(({ id }) => id)),
      );
  }
  const links = [
    ...(order.cartId === null ? [] : [{ [Modules.CART]: { cart_id: order.cartId } }]),
    ...order.collections.map(({ id }) => ({ [Modules.PAYMENT]: { payment_collection_id: id } })),
  ].map((other) => ({ [Modules.ORDER]: { order_id: order.id }, ...other }));
  if (links.length > 0) await container.resolve(ContainerRegistrationKeys.LINK).dismiss(links);
  await container.resolve(Modules.ORDER).deleteOrders([order.id]);
}

async function reopen(container: MedusaContainer, cartId: string): Promise<void> {
  await container.resolve(Modules.CART).updateCarts([{ id: cartId, completed_at: null }]);
}
