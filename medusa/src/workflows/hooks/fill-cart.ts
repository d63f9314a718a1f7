import { addToCartWorkflow, createCartWorkflow } from '@medusajs/medusa/core-flows';
import { refuseBarred } from '../../ordering/order-bar.ts';

// What may not be ordered does not come into a cart either, neither into a new one nor into an open one.
addToCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  await refuseBarred(
    container,
    (input.items ?? []).map(({ variant_id }) => variant_id),
  );
});

createCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  await refuseBarred(
    container,
    (input.items ?? []).map(({ variant_id }) => variant_id),
  );
});
