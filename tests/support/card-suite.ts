import { afterAll, afterEach, beforeAll } from 'vitest';
import pg from 'pg';
import { z } from 'zod';
import { newBuyer } from './buyer.ts';
import { orderByCard, type CardOrder } from './cards.ts';
import { testAdmin, type Goods } from './goods.ts';
import { testShop } from './shop.ts';
import { testStack } from './stack.ts';
import { StripeStandIn } from './stripe.ts';
import { decide } from './transfers.ts';

/** What every file of tests about cards has: this run's stack, and a stand-in for Stripe as long as the file runs. */
export function cardSuite() {
  const stack = testStack();
  const admin = testAdmin(stack);
  const medusa = testShop(stack);
  const stripe = new StripeStandIn(stack);
  const database = new pg.Client({ connectionString: stack.databaseUrl });
  beforeAll(async () => {
    await database.connect();
    await stripe.start();
  });
  afterAll(async () => {
    await stripe.stop();
    await database.end();
  });
  afterEach(() => {
    stripe.tells = true;
    stripe.isDown = false;
  });
  return {
    ...{ stack, admin, medusa, stripe, database },
    order: (goods?: Goods, email?: string) => orderByCard(stack, { admin, medusa }, goods, email),
    /** Does what the jobs do each minute. */
    run: () => decide(admin, 'run', {}),
    /** Staff cancel an order. @returns the status of the answer */
    cancel: (id: string) =>
      admin.post(z.unknown(), `/admin/orders/${id}/cancel`, {}).then(
        () => 200,
        (error: { status: number | null }) => error.status,
      ),
    /** The time to pay an order is over. */
    overdue: ({ cartId }: CardOrder) =>
      database.query(`update card_payment set due_at = now() - interval '1 minute' where cart_id = $1`, [
        cartId,
      ]),
    /** The buyer comes back: where the return page leads, and what stands there. */
    async comeBack({ comesBack }: CardOrder) {
      const buyer = newBuyer(stack);
      const { location } = await buyer.get(comesBack);
      return { location, text: location === null ? '' : (await buyer.get(location)).text };
    },
  };
}

/** What Medusa holds of an order that was paid once, see `moneyHeld`. */
export const paidOnce = (total: number) => ({
  ...{ status: 'pending', paymentStatus: 'captured', payments: 1, captured: total, refunded: 0 },
  transactions: total,
});
