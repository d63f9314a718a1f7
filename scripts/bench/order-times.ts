/** Buyers who order at the same time, through the site's own forms. */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { newBuyer, type Buyer } from '../../tests/support/buyer.ts';
import type { LiveSite } from './live-site.ts';
import { processorSeconds } from './processor-time.ts';
import { quantile } from './statistics.ts';

export interface OrderTime {
  /** Buyers who pressed the button at the same time. */
  buyers: number;
  /** Seconds from the press to the receipt. */
  p50: number;
  slowest: number;
  failures: number;
  /** Processor seconds an order, by server; null where the system does not tell. */
  cost: Record<string, number> | null;
}

const SKU = 'LUA-NHA-XA-M1';
const ADDRESS = {
  name: 'Nguyễn Thị Thử',
  phone: '0912345678',
  province: '24',
  commune: 'Phường Đào Viên',
  street: 'Số 12',
};

/** Orders one piece each: first one buyer, then many at once. */
export async function measureOrders(site: LiveSite, sizes: readonly number[]): Promise<OrderTime[]> {
  await stockUp(site.databaseUrl);
  const times: OrderTime[] = [];
  await measure(site, 1);
  for (const buyers of sizes) times.push(await measure(site, buyers));
  return times;
}

async function measure(site: LiveSite, count: number): Promise<OrderTime> {
  const ready: { buyer: Buyer; total: string }[] = [];
  for (let n = 0; n < count; n += 1) ready.push(await atCheckout(site.url.replace('127.0.0.1', 'localhost')));
  const before = await processorSeconds(site.processes);
  const pressed = await Promise.all(
    ready.map(async ({ buyer, total }) => {
      const at = performance.now();
      const { location } = await buyer.post('/thanh-toan', { action: 'order', ...ADDRESS, total });
      return {
        seconds: (performance.now() - at) / 1_000,
        ordered: location?.includes('/don-hang/') ?? false,
      };
    }),
  );
  const after = await processorSeconds(site.processes);
  const seconds = pressed.map((one) => one.seconds);
  return {
    buyers: count,
    p50: quantile(seconds, 0.5),
    slowest: Math.max(...seconds),
    failures: pressed.filter(({ ordered }) => !ordered).length,
    cost:
      before &&
      after &&
      Object.fromEntries(
        [...after].map(([name, total]) => [name, (total - (before.get(name) ?? 0)) / count]),
      ),
  };
}

async function atCheckout(siteUrl: string): Promise<{ buyer: Buyer; total: string }> {
  const buyer = newBuyer({ siteUrl });
  // The shop knows of a new stock within five seconds.
  for (let tries = 0; tries < 10; tries += 1) {
    await buyer.post('/gio-hang', { action: 'add', sku: SKU, quantity: '1' });
    const { text } = await buyer.get('/thanh-toan');
    const [, total] = /name="total" value="(\d+)"/.exec(text) ?? [];
    if (total !== undefined) return { buyer, total };
    await wait(1_000);
  }
  throw new Error('The checkout shows no form: the cart could not be filled.');
}

/** As many pieces as any number of buyers asks for. */
async function stockUp(databaseUrl: string): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await database.query(
      `update inventory_level set stocked_quantity = 100000,
         raw_stocked_quantity = '{"value": "100000", "precision": 20}'
       where inventory_item_id = (select id from inventory_item where sku = $1)`,
      [SKU],
    );
  } finally {
    await database.end();
  }
}
