/** Fills a scratch database with millions of issued stamps and scans, as years of use would. */
import { stampsOfRange, type StampRange } from '@ocop/rules/stamps/stamp-range';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import pg from 'pg';

const PER_RANGE = 10_000;

/** Issued and activated stamps of a lot, in ranges of ten thousand, as the database holds them. */
export async function issueMany(
  databaseUrl: string,
  { lot, epoch, count }: { lot: string; epoch: string; count: number },
): Promise<StampRange[]> {
  const perRange = Math.min(PER_RANGE, count);
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<StampRange>(
      `with lot as (select * from trace_lot where code = $1),
       issued as (
         insert into trace_stamp_range
           (id, epoch, form, count, product, lot_code, gtin, state, ordered_at)
         select 'bench_' || gen_random_uuid(), $2, 'tagged', $3, product, code, gtin, 'delivered',
           now() - interval '90 days'
         from lot, generate_series(1, $4::int)
         returning number, epoch, count, gtin
       ), activated as (
         insert into trace_stamp_span (id, range, first, last, kind, lot_code, at)
         select 'bench_' || gen_random_uuid(), number, 0, count - 1, 'activated', $1,
           now() - interval '80 days'
         from issued
       )
       select number, 0 as first, count, epoch, gtin, 'tagged' as form from issued`,
      [lot, epoch, perRange, Math.ceil(count / perRange)],
    );
    await client.query('analyze trace_stamp_range, trace_stamp_span');
    return rows;
  });
}

/** Scans spread over the ranges and the last sixty days, with their tallies. */
export async function scanMany(
  databaseUrl: string,
  ranges: readonly StampRange[],
  count: number,
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `with drawn as materialized (
         select number as range, (random() * ($2 - 1))::int as index,
           now() - random() * interval '60 days' as at
         from unnest($1::int[]) number, generate_series(1, $3::int)
       ), scans as (
         insert into trace_stamp_scan (id, range, index, device, province, at)
         select gen_random_uuid(), range, index, md5(random()::text), '24', at from drawn
       )
       insert into trace_stamp_tally (id, range, index, count, first_at, last_at)
       select range || '-' || index, range, index, count(*), min(at), max(at)
       from drawn group by range, index
       on conflict (id) do nothing`,
      [ranges.map(({ number }) => number), ranges[0]?.count ?? 1, Math.ceil(count / ranges.length)],
    );
    await client.query('vacuum analyze trace_stamp_scan, trace_stamp_tally');
  });
}

/**
 * Paths of `count` stamps drawn evenly over ranges of one size, none twice: what their QR codes hold,
 * without host.
 */
export function somePaths(ranges: readonly StampRange[], keyring: StampKeyring, count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const range = ranges[n % ranges.length];
    if (!range) throw new Error('There are no stamps to draw from.');
    // A step that has no factor in common with the size of a range meets another stamp of it each time.
    const turn = Math.floor(n / ranges.length);
    if (turn >= range.count) throw new Error('There are fewer stamps than are to be drawn.');
    const first = (turn * 7_919) % range.count;
    const [stamp] = stampsOfRange({ ...range, first, count: 1 }, keyring, 'https://bench.example');
    return new URL(stamp?.url ?? '').pathname;
  });
}

/** How many stamps and scans the database holds. */
export async function countAll(databaseUrl: string): Promise<{ stamps: number; scans: number }> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ stamps: string; scans: string }>(
      `select (select sum(count) from trace_stamp_range) as stamps,
              (select count(*) from trace_stamp_scan) as scans`,
    );
    return { stamps: Number(rows[0]?.stamps), scans: Number(rows[0]?.scans) };
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
