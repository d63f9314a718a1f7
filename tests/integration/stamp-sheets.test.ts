import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parseStampLink } from '@ocop/rules/stamps/stamp-link';
import { groupTyped } from '@ocop/rules/stamps/stamp-url';
import { hasPoppler, readSheet, textOfSheet } from '@ocop/stamp-sheet/testing/printed';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testAdmin } from '../support/goods.ts';
import { testStack } from '../support/stack.ts';
import { lotWith, registerLots } from '../support/stamped-lot.ts';

const stack = testStack();
const LOT = 'MAU-MN-390415';
const COUNT = 70;
const title = (name: string) => (hasPoppler ? name : `${name} (skipped: no pdftoppm)`);

/** What the command staff use leaves behind. */
async function orderedSheets(...options: string[]): Promise<{ pdf: Buffer; urls: string[]; said: string }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'sheets-'));
  try {
    const files = { pdf: path.join(dir, 'out', 'sheets.pdf'), table: path.join(dir, 'out', 'stamps.csv') };
    const { stderr } = await promisify(execFile)(
      process.execPath,
      ['scripts/stamps.ts', ...options, '--pdf', files.pdf, '--out', files.table],
      { env: stack.env },
    );
    const rows = (await readFile(files.table, 'utf8')).trim().split('\r\n').slice(1);
    return {
      pdf: await readFile(files.pdf),
      urls: rows.map((row) => row.split(',')[1] ?? ''),
      said: stderr,
    };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function ordersOfLot(): Promise<number> {
  const path = `/admin/traceability/stamp-orders?lot=${LOT}`;
  return (await testAdmin(stack).get(z.object({ count: z.number() }), path)).count;
}

async function verdictOf(url: string): Promise<string | null> {
  // The printed address names the public host; the path is what this run's site answers.
  const answer = await fetch(new URL(new URL(url).pathname, stack.siteUrl));
  await answer.arrayBuffer();
  return answer.headers.get('x-stamp-verdict');
}

test.skipIf(!hasPoppler)(
  title('stamps are ordered, printed, read from the paper and answered by the site'),
  async () => {
    const { pdf, urls, said } = await orderedSheets('--lot', LOT, '--count', String(COUNT));
    const read = (await readSheet(pdf, 200)).map(({ text }) => text);
    expect(read.toSorted()).toEqual(urls.toSorted());
    expect(new Set(read).size).toBe(COUNT);

    for (const url of [read[0], read[33], read[COUNT - 1]]) {
      expect(await verdictOf(url ?? '')).toBe('active');
    }
    // The next code of the alphabet at the end was made by nobody.
    const forged = `${read[0]?.slice(0, -1)}${read[0]?.endsWith('0') ? '1' : '0'}`;
    expect(await verdictOf(forged)).toBe('not-issued');

    const words = await textOfSheet(pdf);
    const range = /^Range (\d+): 70 stamps/m.exec(said)?.[1];
    expect(words).toContain(`Dải tem ${range} · đặt ngày`);
    expect(words).toContain(`Lô ${LOT}`);
    for (const url of urls) {
      const [a, b, c, d] = groupTyped(parseStampLink(url)?.code ?? '').split('-');
      expect(words).toContain(`${a} ${b}\n${c} ${d}`);
    }
  },
);

test.skipIf(!hasPoppler)(title('a range is printed again on other paper with the same stamps'), async () => {
  const first = await orderedSheets('--lot', LOT, '--count', '5');
  const range = /^Range (\d+)/m.exec(first.said)?.[1] ?? '';
  const again = await orderedSheets(
    '--range',
    range,
    '--layout',
    'a4-24',
    '--start-at',
    '23',
    '--crop-marks',
  );
  expect(again.urls).toEqual(first.urls);
  const read = (await readSheet(again.pdf, 150)).map(({ text }) => text);
  expect(read.toSorted()).toEqual(first.urls.toSorted());
});

test('paper that cannot hold the stamps is refused before any are ordered', async () => {
  const before = await ordersOfLot();
  const tooFar = orderedSheets('--lot', LOT, '--count', '5', '--start-at', '66');
  await expect(tooFar).rejects.toThrow(/number from 1 to 65 on this sheet, not 66/);
  const unknown = orderedSheets('--lot', LOT, '--count', '5', '--layout', 'a4-99');
  await expect(unknown).rejects.toThrow(/--layout should be one of a4-65, a4-24/);
  expect(await ordersOfLot()).toBe(before);
});

test('thousands of stamps come as a file that Medusa writes', async () => {
  // Of a lot of their own: no other test is to find a lot with as many stamps as packs.
  const lot = lotWith({ product: 'mam-nem-thu', quantity: 6_000 });
  await registerLots([lot]);
  const dir = await mkdtemp(path.join(tmpdir(), 'sheets-'));
  try {
    const table = path.join(dir, 'stamps.csv');
    await promisify(execFile)(
      process.execPath,
      ['scripts/stamps.ts', '--lot', lot.code, '--count', '6000', '--out', table],
      // The command makes no code itself: it needs no key of stamps.
      { env: { ...stack.env, STAMP_KEYS: '' } },
    );
    const rows = (await readFile(table, 'utf8')).trim().split('\r\n').slice(1);
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(6_000);
    expect(await verdictOf(rows[5_999]?.split(',')[1] ?? '')).toBe('active');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
