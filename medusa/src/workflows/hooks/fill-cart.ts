import {
  addToCartWorkflow,
  createCartWorkflow,
  updateLineItemInCartWorkflow,
} from '@medusajs/medusa/core-flows';
import { refuseBarred } from '../../ordering/order-bar.ts';
import { refuseShort } from '../../ordering/stock.ts';
import { offersOf, refuseHeld } from '../../ordering/sale-hold.ts';

interface CartLine {
  id: string;
  variant_id: string | null;
}

// What may not be ordered does not come into a cart either, neither into a new one nor into an open one.
addToCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  const variants = (input.items ?? []).map(({ variant_id }) => variant_id);
  await refuseBarred(container, variants);
  refuseHeld(await offersOf(container, variants));
});

createCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  const lines = input.items ?? [];
  const variants = lines.map(({ variant_id }) => variant_id);
  await refuseBarred(container, variants);
  const offers = await offersOf(container, variants);
  refuseHeld(offers);
  refuseShort(lines, offers);
});

// A line from before its product was barred or held may be taken out, and not made larger.
updateLineItemInCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  const line = (cart as { items?: CartLine[] }).items?.find(({ id }) => id === input.item_id);
  if (Number(input.update.quantity ?? 1) <= 0) return;
  await refuseBarred(container, [line?.variant_id]);
  refuseHeld(await offersOf(container, [line?.variant_id]));
});
