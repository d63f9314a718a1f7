import type { MedusaContainer } from '@medusajs/framework/types';
import { completeCartWorkflow } from '@medusajs/medusa/core-flows';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import { isPlausiblePrice } from '@ocop/rules/sale-hold';
import { StepResponse } from '@medusajs/framework/workflows-sdk';
import { alcoholRefusal, barOfMetadata } from '../../ordering/order-bar.ts';
import { ORDER_COMPLETION } from '../../modules/order-completion/index.ts';
import type { OrderCompletionService } from '../../modules/order-completion/service.ts';
import { confirmations, expectConfirmation, type CartToOrder } from '../../ordering/confirmation.ts';
import { bankTransfers } from '../../payment/bank-transfers.ts';
import { cardPayments } from '../../payment/cards.ts';
import { refuseUnsoundPayment, type CartToPay } from '../../payment/gate.ts';
import { refuseUnsoundDiscount, type DiscountedLine } from '../../ordering/discounts.ts';
import { refusal } from '../../ordering/refusal.ts';
import { refuseShort } from '../../ordering/stock.ts';
import { holdRefusal, offersOf, refuseHeld } from '../../ordering/sale-hold.ts';

interface CartLine extends DiscountedLine {
  /** Staff gave this line a price of its own. */
  is_custom_price?: boolean;
}

interface OfferedVariant {
  id: string;
  metadata: Record<string, unknown> | null;
  product: { status: string; metadata: Record<string, unknown> | null } | null;
  price_set: { id: string } | null;
}

/**
 * Lets a cart become an order only as its buyer would find the shop at that moment: every pack is
 * still offered, may be ordered at all and is not held, at the price of its line. Medusa keeps a line's
 * price from when it was added and would sell at it without a word. A refusal changes nothing; setting a
 * line's quantity prices it anew; nor for money or a discount that is not in order (src/payment/gate,
 * src/ordering/discounts). A cart already
 * completed passes, so that asking twice answers the same order.
 */
completeCartWorkflow.hooks.validate(
  async ({ cart }, { container }) => {
    if (cart.completed_at) return;
    const offers = await offersOf(
      container,
      (cart.items ?? []).map(({ variant_id }: CartLine) => variant_id),
    );
    refuseHeld(offers);
    refuseShort((cart as CartToComplete).items ?? [], offers);
    await refuseUnlessAsShown(cart as CartToComplete, container);
    await refuseUnsoundDiscount(container, cart as CartToComplete, offers);
    await refuseUnsoundPayment(container, cart as CartToPay);
    await expectConfirmation(container, cart as CartToOrder, offers);
    const attempt = await container.resolve<OrderCompletionService>(ORDER_COMPLETION).begin(cart.id);
    if (attempt === null) {
      throw refusal('not_ended', 'An earlier attempt has not ended. Wait a minute');
    }
    return new StepResponse(null, { attempt });
  },
  // Medusa takes its steps back: whatever it was for, this attempt is over.
  async (begun, { container }) => {
    const attempt = (begun as { attempt?: string } | undefined)?.attempt;
    if (attempt) await container.resolve<OrderCompletionService>(ORDER_COMPLETION).end(attempt, 'failed');
  },
);

// The last step. Medusa declares this hook and leaves it out of the type.
const { orderCreated } = completeCartWorkflow.hooks as unknown as {
  orderCreated: (
    run: (
      order: { order_id: string; cart_id: string },
      step: { container: MedusaContainer },
    ) => Promise<void>,
  ) => void;
};
orderCreated(async ({ order_id: orderId, cart_id: cartId }, { container }) => {
  const journal = container.resolve<OrderCompletionService>(ORDER_COMPLETION);
  try {
    const attempt = await journal.openOf(cartId);
    if (attempt) await journal.end(attempt.id, 'done', { orderId });
    await confirmations(container).placed(cartId, orderId);
    await bankTransfers(container).placed(cartId, orderId);
    await cardPayments(container).placed(cartId, orderId);
  } catch (error) {
    // The order is whole. That its attempt is over is found out within a minute.
    const reason = error instanceof Error ? error.message : String(error);
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The end of completing ${cartId} was not noted: ${reason}`);
  }
});

interface CartToComplete {
  id: string;
  currency_code: string;
  region_id: string;
  items?: CartLine[];
  shipping_methods?: { adjustments?: { amount: unknown }[] | null }[] | null;
}

async function refuseUnlessAsShown(cart: CartToComplete, container: MedusaContainer): Promise<void> {
  const lines = (cart.items ?? []).filter((line) => line.variant_id !== null);
  const offered = await offeredVariants(
    container,
    lines.flatMap(({ variant_id }) => variant_id ?? []),
  );
  for (const line of lines) {
    const variant = offered.get(line.variant_id ?? '');
    if (barOfMetadata(variant?.product?.metadata) === 'alcohol') throw alcoholRefusal();
    const priceSet = variant?.price_set?.id;
    if (priceSet === undefined) {
      throw refusal('no_longer_offered', 'Something in the cart is not sold any more. Remove it');
    }
    if (line.is_custom_price) continue;
    // A price for larger amounts is on no list of offers.
    if (!isPlausiblePrice(Number(line.unit_price))) throw holdRefusal('price');
    const context = {
      currency_code: cart.currency_code,
      region_id: cart.region_id,
      quantity: Number(line.quantity),
    };
    const prices = await container.resolve(Modules.PRICING).calculatePrices({ id: [priceSet] }, { context });
    if (Number(prices[0]?.calculated_amount) !== Number(line.unit_price)) {
      throw refusal('price_changed', 'A price changed since it was put in the cart. Look at the new prices');
    }
  }
}

/** Those of the variants that a buyer can find in the shop now, by id. */
async function offeredVariants(
  container: MedusaContainer,
  ids: string[],
): Promise<Map<string, OfferedVariant>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'variant',
    fields: ['id', 'metadata', 'product.status', 'product.metadata', 'price_set.id'],
    filters: { id: ids },
  });
  const isOffered = ({ product, metadata }: OfferedVariant) =>
    product?.status === 'published' && metadata?.withdrawn !== true;
  return new Map((data as OfferedVariant[]).filter(isOffered).map((one) => [one.id, one]));
}
