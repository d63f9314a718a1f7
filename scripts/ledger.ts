/**
 * The shop's book of money, beside `npm start`: every sum that came, what it paid, what went back, what waits for a
 * person, and what must not be. Ends with 1 where something must not be, so that a timer can tell somebody.
 *
 *   npm run ledger -- --from 2026-11-01 --to 2026-11-30
 *   npm run ledger -- --from 2026-11-01 --to 2026-11-30 --out november.csv
 */
import { open } from 'node:fs/promises';
import { ledgerPage } from '@ocop/contract/money-ledger';
import { isPlainDate, todayInVietnam } from '@ocop/rules/date';
import { formatDong } from '@ocop/rules/money';
import {
  faultsOf,
  moneyWays,
  totalsOf,
  type MoneyEntry,
  type MoneyFault,
  type OrderAccount,
} from '@ocop/rules/payment/money-ledger';
import { readCommandLine } from '../src/config/command-line.mjs';
import { runningEnv } from '../src/config/running.ts';
import { adminApi, type AdminApi } from './commerce/admin-api.ts';
import { UsageError } from './commerce/command-line.ts';
import { runScript, ScriptError, setting, tell } from './script.ts';

const USAGE = `
npm run ledger -- [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--out FILE.csv]

Adds up the money of some days of Vietnam, both counted in (without days: this month so far), and compares what
banks told with what was captured, booked and refunded for each order. --out writes every sum as a table.`;

const said: Record<MoneyFault, string> = {
  fraction: 'a sum that is no whole number of đồng',
  'paid-twice': 'two payments took money: give one back',
  'over-refunded': 'more went back than came',
  'cancelled-and-kept': 'the order was cancelled and its money was not given back',
  'books-differ': "the order's own lines do not say what its payments do",
  'not-booked': 'its transfers came and its payment is not noted (the job of each minute notes it)',
  'other-sum': 'the transfers that pay it are not the sum that was asked',
};

const text = { type: 'string' } as const;
const { values: given } = readCommandLine(USAGE, { options: { from: text, to: text, out: text } });

await runScript(async () => {
  const { from, to } = days();
  const env = await runningEnv();
  const admin = adminApi(setting(env, 'MEDUSA_URL'), { key: setting(env, 'MEDUSA_ADMIN_KEY') });
  const { entries, accounts } = await readAll(admin, from, to);
  if (given.out !== undefined) await writeTable(given.out, entries);
  process.stdout.write(`Money from ${from} to ${to}: ${entries.length} sums, ${accounts.size} orders\n\n`);
  process.stdout.write(table(entries));
  const faults = [...accounts.values()].flatMap((account) =>
    faultsOf(account).map((fault) => `  ${account.order}: ${said[fault]}`),
  );
  const lost = entries.filter(({ use, order }) => use === 'paid' && order === null);
  const homeless = lost.map(
    ({ id, amount }) => `  ${id}: ${dong(amount)} were taken and no order holds them`,
  );
  const waiting = entries.filter(({ use }) => use === 'doubted' || use === 'unjudged');
  if (waiting.length > 0) {
    process.stdout.write(`\nFor a person (staff screen Transfers): ${waiting.length}\n`);
    process.stdout.write(`${waiting.map(line).join('\n')}\n`);
  }
  const wrong = [...faults, ...homeless];
  process.stdout.write(
    wrong.length === 0
      ? '\nEvery sum has its order, its refund or its place on the list.\n'
      : `\nMust not be: ${wrong.length}\n${wrong.join('\n')}\n`,
  );
  if (wrong.length > 0) process.exitCode = 1;
});

async function readAll(admin: AdminApi, from: string, to: string) {
  const entries: MoneyEntry[] = [];
  const accounts = new Map<string, OrderAccount>();
  let after: string | undefined;
  do {
    const page = await admin.get(ledgerPage, '/admin/money-ledger', { from, to, after });
    entries.push(...page.entries);
    for (const account of page.accounts) accounts.set(account.order, account);
    after = page.next ?? undefined;
    if (after !== undefined && process.stderr.isTTY) process.stderr.write(`\r${entries.length} sums`);
  } while (after !== undefined);
  return { entries, accounts };
}

function dong(amount: number): string {
  return `${amount < 0 ? '-' : ''}${formatDong(Math.abs(amount), 'en')}`;
}

/** What came and where it went, by way and in all. */
function table(entries: readonly MoneyEntry[]): string {
  const rows = moneyWays.flatMap((way) => {
    const ofWay = entries.filter((entry) => entry.way === way);
    return ofWay.length === 0 ? [] : [[way, totalsOf(ofWay)] as const];
  });
  const heads = ['', 'came', 'orders', 'back', 'open', 'no order’s'];
  const cells = [...rows, ['in all', totalsOf(entries)] as const].map(([name, sums]) => [
    name,
    ...[sums.came, sums.orders, sums.back, sums.open, sums.kept].map(dong),
  ]);
  const width = 16;
  return [heads, ...cells]
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(10) : cell.padStart(width))).join(''))
    .join('\n')
    .concat('\n');
}

function line({ at, way, use, amount, order, source, reference }: MoneyEntry): string {
  return `  ${at} ${way} ${use} ${dong(amount)} ${order ?? '-'} ${source} ${reference ?? ''}`.trimEnd();
}

async function writeTable(path: string, entries: readonly MoneyEntry[]): Promise<void> {
  const cell = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const heads = ['at', 'way', 'use', 'amount', 'order', 'source', 'reference', 'id'] as const;
  const file = await open(path, 'w').catch((error: unknown) => {
    throw new ScriptError(
      `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  try {
    await file.write(`\uFEFF${heads.join(',')}\r\n`);
    for (const entry of entries) await file.write(`${heads.map((head) => cell(entry[head])).join(',')}\r\n`);
  } finally {
    await file.close();
  }
  tell(`${entries.length} sums in ${path}.`);
}

function days(): { from: string; to: string } {
  const today = todayInVietnam(new Date());
  const from = given.from ?? `${(given.to ?? today).slice(0, 7)}-01`;
  const to = given.to ?? today;
  for (const [name, day] of [
    ['--from', from],
    ['--to', to],
  ] as const) {
    if (!isPlainDate(day))
      throw new UsageError(`${name} should be a day like 2026-11-30, not "${day}".\n${USAGE}`);
  }
  if (from > to) throw new UsageError(`--from ${from} is after --to ${to}.\n${USAGE}`);
  return { from, to };
}
