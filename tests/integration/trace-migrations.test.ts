import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testStack } from '../support/stack.ts';

const folder = path.resolve('medusa/src/modules/traceability/migrations');
const stack = testStack();
const name = `trace_migrations_${process.pid}`;
const admin = new pg.Client({ connectionString: stack.databaseUrl });
const url = new URL(stack.databaseUrl);
url.pathname = `/${name}`;
const database = new pg.Client({ connectionString: url.href });

/** What is used of Mikro-ORM's Migration: it gathers statements, and a migrator runs them. */
interface Migration {
  up(): Promise<void>;
  getQueries(): unknown[];
}

async function statementsOf(file: string): Promise<string[]> {
  const exported = (await import(pathToFileURL(path.join(folder, file)).href)) as Record<
    string,
    new () => Migration
  >;
  const Made = exported[path.basename(file, '.ts')];
  if (!Made) throw new Error(`${file} exports no class of its name`);
  const migration = new Made();
  await migration.up();
  return migration.getQueries().map((query) => {
    if (typeof query !== 'string') throw new Error(`${file} holds a statement that is no text`);
    return query;
  });
}

/** In a transaction, as Mikro-ORM's migrator runs it. */
async function migrate(file: string): Promise<void> {
  await database.query('begin');
  for (const statement of await statementsOf(file)) await database.query(statement);
  await database.query('commit');
}

async function insert(table: string, rows: Record<string, unknown>[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row).map((column) => `"${column}"`);
    const places = columns.map((_, at) => `$${at + 1}`);
    await database.query(
      `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    );
  }
}

async function rowsOf(table: string, order = 'id'): Promise<unknown[]> {
  return (await database.query(`select * from ${table} order by ${order}`)).rows as unknown[];
}

const day = (n: number) => new Date(Date.UTC(2026, 8, n));

const good = {
  id: 'lot_good',
  code: 'L-GOOD',
  product: 'cao-atiso',
  gtin: '09506000134352',
  made_on: '2026-09-01',
  use_by: '2028-09-01',
  quantity: 500,
  raw_material: { vi: 'Bông atiso', en: 'Artichoke flowers' },
  sample: true,
};
const recalled = {
  ...good,
  id: 'lot_recalled',
  code: 'L-RECALLED',
  product: 'tra-shan',
  gtin: null,
  use_by: null,
};
/** A range as it was: `state` and `activated_at` told of all its stamps at once. */
const range = { epoch: '1', count: 40, lot_code: 'L-GOOD', gtin: good.gtin, ordered_at: day(2) };
const scan = { range: 1, index: 7, device: 'aa', at: day(9) };

async function fillAsItWas(): Promise<void> {
  await insert('trace_lot', [
    { ...good, recalled_at: null },
    { ...recalled, recalled_at: day(20) },
  ]);
  await insert('trace_stamp_range', [
    { ...range, id: 'r1', state: 'activated', activated_at: day(3) },
    { ...range, id: 'r2', state: 'voided', activated_at: null },
    { ...range, id: 'r3', state: 'voided', activated_at: day(4), count: 1 },
    { ...range, id: 'r4', state: 'printed', activated_at: null },
    { ...range, id: 'r5', state: 'activated', activated_at: day(5), lot_code: 'L-RECALLED', gtin: null },
  ]);
  await insert('trace_stamp_exception', [
    { id: 'e1', range: 1, index: 3, kind: 'sold', since: day(8), note: 'hội chợ' },
    { id: 'e2', range: 1, index: 3, kind: 'frozen', since: day(9), note: null },
  ]);
  await insert('trace_stamp_scan', [
    { ...scan, id: 's1' },
    { ...scan, id: 's2', device: null, at: day(10) },
  ]);
  await insert('trace_stamp_tally', [
    { id: '1-7', range: 1, index: 7, count: 2, first_at: day(9), last_at: day(10) },
  ]);
  const line = { actor: 'user_1', lot_code: 'L-GOOD', detail: { count: 40 } };
  await insert('trace_journal', [
    { ...line, id: 'j1', at: day(1), action: 'lot-registered', range: null },
    { ...line, id: 'j2', at: day(2), action: 'stamps-ordered', range: 1 },
    { ...line, id: 'j3', at: day(3), action: 'stamps-activated', range: 1 },
  ]);
}

/** As the release before warnings that stand had them: buyers were warned from 60 on. */
const scored = [59, 60].map((score) => ({
  ...{ id: `1-${score}`, range: 1, index: score, count: 9, first_at: day(9), last_at: day(10) },
  ...{ score, reasons: JSON.stringify([{ rule: 'provinces', points: score }]) },
}));

/** One code in two spellings, as lots could be registered before codes were compared without capitals. */
const spelt = [
  { ...good, id: 'lot_spelt_2', code: 'Ln-1', created_at: day(2) },
  { ...good, id: 'lot_spelt_1', code: 'ln-1', created_at: day(1) },
];

beforeAll(async () => {
  await admin.connect();
  await admin.query(`create database ${name}`);
  await database.connect();
  const [first = '', ...later] = readdirSync(folder)
    .filter((file) => /^Migration\d+\.ts$/.test(file))
    .sort();
  await migrate(first);
  await fillAsItWas();
  for (const file of later) {
    if (file === 'Migration20261130213000.ts') await insert('trace_stamp_tally', scored);
    if (file === 'Migration20261130220100.ts') await insert('trace_lot', spelt);
    await migrate(file);
  }
});

afterAll(async () => {
  await database.end();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

describe('a database from before stamps were activated by spans', () => {
  test('keeps its lots as they were; a recalled one has its recall on record', async () => {
    expect((await rowsOf('trace_lot')).slice(0, 2)).toMatchObject([
      { ...good, shipped_to: null },
      { ...recalled, shipped_to: null },
    ]);
    expect(await rowsOf('trace_recall')).toMatchObject([
      {
        scope: 'lot',
        lot_code: 'L-RECALLED',
        range: null,
        first: null,
        last: null,
        reason: { vi: '', en: '' },
        announced_at: day(20),
        lifted_at: null,
      },
    ]);
  });

  test('keeps both lots of one code in two spellings, and takes no third', async () => {
    const keyed = await database.query(
      `select code, code_key from trace_lot where id like 'lot_spelt%' order by created_at`,
    );
    expect(keyed.rows).toEqual([
      { code: 'ln-1', code_key: 'LN-1' },
      { code: 'Ln-1', code_key: 'LN-1 lot_spelt_2' },
    ]);
    await expect(insert('trace_lot', [{ ...good, id: 'lot_third', code: 'LN-1' }])).rejects.toThrow(
      'IDX_trace_lot_code_key_unique',
    );
  });

  test('has each range with its product, in a form and a state there is', async () => {
    const now = { ...range, form: 'tagged', product: 'cao-atiso' };
    expect(await rowsOf('trace_stamp_range')).toMatchObject([
      { ...now, number: 1, state: 'delivered' },
      { ...now, number: 2, state: 'voided' },
      { ...now, number: 3, state: 'voided', count: 1 },
      { ...now, number: 4, state: 'printed' },
      { ...now, number: 5, state: 'delivered', lot_code: 'L-RECALLED', gtin: null, product: 'tra-shan' },
    ]);
    const { rows } = await database.query(
      `insert into trace_stamp_range (id, epoch, count, product, state, ordered_at)
       values ('r6', '1', 1, 'cao-atiso', 'reserved', now()) returning number, form, lot_code`,
    );
    expect(rows).toEqual([{ number: 6, form: 'tagged', lot_code: null }]);
  });

  test('has every activated range as one span over all its stamps', async () => {
    const span = { kind: 'activated', first: 0, last: 39, lot_code: 'L-GOOD' };
    expect(await rowsOf('trace_stamp_span', 'range')).toMatchObject([
      { ...span, range: 1, at: day(3) },
      { ...span, range: 3, at: day(4), last: 0 },
      { ...span, range: 5, at: day(5), lot_code: 'L-RECALLED' },
    ]);
  });

  test('keeps exceptions, scans and counts, with nothing said that was not known', async () => {
    expect(await rowsOf('trace_stamp_exception')).toMatchObject([
      { range: 1, index: 3, kind: 'sold', since: day(8), note: 'hội chợ', ended_at: null },
      { range: 1, index: 3, kind: 'frozen', since: day(9), note: null, ended_at: null },
    ]);
    expect(await rowsOf('trace_stamp_scan')).toMatchObject([
      { ...scan, id: 's1', province: null, network: null },
      { ...scan, id: 's2', device: null, at: day(10), province: null, network: null },
    ]);
    expect((await rowsOf('trace_stamp_tally')).slice(-1)).toMatchObject([
      { id: '1-7', count: 2, first_at: day(9), last_at: day(10), score: null, reasons: null },
    ]);
  });

  test('goes on warning of the stamps it warned of, and of no others', async () => {
    expect((await rowsOf('trace_stamp_tally')).slice(0, 2)).toMatchObject([
      { id: '1-59', score: 59, warned_on: null, warned_reasons: null },
      { id: '1-60', warned_on: '2026-09-10', warned_score: 60, warned_reasons: [{ rule: 'provinces' }] },
    ]);
  });

  test('keeps its audit log, takes new lines of any kind, and lets none be changed', async () => {
    const line = { actor: 'user_1', lot_code: 'L-GOOD', detail: { count: 40 }, index: null };
    const lines = [
      { ...line, id: 'j1', at: day(1), action: 'lot-registered', range: null },
      { ...line, id: 'j2', at: day(2), action: 'stamps-ordered', range: 1 },
      { ...line, id: 'j3', at: day(3), action: 'stamps-activated', range: 1 },
    ];
    expect(await rowsOf('trace_audit_log')).toMatchObject(lines);
    await insert('trace_audit_log', [
      { id: 'j4', at: day(21), actor: 'user_1', action: 'stamps-voided', range: 1, index: 3, detail: {} },
    ]);
    expect(await rowsOf('trace_audit_log')).toMatchObject([...lines, { id: 'j4', lot_code: null }]);
    for (const table of ['trace_audit_log', 'trace_journal']) {
      for (const change of [`update ${table} set actor = 'x'`, `delete from ${table}`]) {
        await expect(database.query(change), change).rejects.toThrow('only ever added');
      }
    }
    await expect(database.query('truncate trace_audit_log')).rejects.toThrow('only ever added');
  });

  test('takes what a process of the release before writes under the old name', async () => {
    await database.query(
      `insert into trace_journal (id, at, actor, action, lot_code, range, index, detail)
       select id, now(), actor, action, lot_code, range, index, detail
       from jsonb_to_recordset($1::jsonb)
         as line(id text, actor text, action text, lot_code text, range int, index int, detail jsonb)`,
      [JSON.stringify([{ id: 'j5', actor: 'user_1', action: 'stamps-ordered', range: 4, detail: {} }])],
    );
    const { rows } = await database.query(`select range from trace_audit_log where id = 'j5'`);
    expect(rows).toEqual([{ range: 4 }]);
    expect((await database.query(`select 1 from trace_journal where range = 4`)).rowCount).toBe(1);
  });
});
