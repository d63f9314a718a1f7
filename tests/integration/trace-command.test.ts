import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../scripts/commerce/command-line.ts';
import { traceCommand } from '../../scripts/commerce/trace-command.ts';
import { readEnv } from '../../src/config/env.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { registerLots, stampedLot, testStaff } from '../support/life-cycle.ts';
import { testStack } from '../support/stack.ts';
import { lotWith } from '../support/stamped-lot.ts';

const stack = testStack();
const admin = await testStaff();
const { STAMP_KEYS: keyring } = readEnv(stack.env);
const run = (...words: string[]) => traceCommand(words, admin);

/** The value beside a name, in the lines a command prints about one thing. */
const valueOf = (printed: string, name: string) =>
  printed
    .split('\n')
    .find((line) => line.startsWith(`${name}\t`))
    ?.split('\t')[1];

describe('npm run trace', () => {
  test('takes a lot’s stamps from order to recall', async () => {
    const lot = lotWith();
    await registerLots([lot]);
    const ordered = await run('order', '--lot', lot.code, '--count', '10');
    const range = valueOf(ordered, 'range') ?? '';
    expect([valueOf(ordered, 'state'), valueOf(ordered, 'product')]).toEqual(['reserved', lot.product]);
    expect(valueOf(await run('print', range), 'state')).toBe('printed');
    expect(valueOf(await run('deliver', range), 'state')).toBe('delivered');
    expect(valueOf(await run('activate', range, '--lot', lot.code, '--last', '7'), 'activated')).toBe('8');
    expect(valueOf(await run('void', range, '--reason', 'Tem rách', '--first', '8'), 'voided')).toBe('2');
    expect(await run('orders', '--lot', lot.code)).toMatch(
      new RegExp(`^range\tstate.*\n${range}\tdelivered.*\n1 of 1\n$`),
    );

    const recall = await run('recall', '--lot', lot.code, '--reason', 'Nhãn sai', '--advice', 'Mang trả');
    expect(await run('recalls', '--open', '--limit', '100')).toContain(lot.code);
    const id = valueOf(recall, 'id') ?? '';
    expect(valueOf(await run('lift', id, '--note', 'Nhầm'), 'liftedAt')).toMatch(/^\d{4}-/);
    expect(await run('lots', '--q', lot.code)).toMatch(
      new RegExp(`\n${lot.code}\t.*\t10\t8\tfalse\n1 of 1\n$`),
    );
    const auditLog = await run('audit-log', '--lot', lot.code);
    expect(auditLog.split('\n').map((line) => line.split('\t')[2])).toEqual([
      'action',
      'recall-lifted',
      'recall-announced',
      'stamps-voided',
      'stamps-activated',
      'stamps-delivered',
      'stamps-printed',
      'stamps-ordered',
      'lot-registered',
      undefined,
      undefined,
    ]);
  });

  test('tells one stamp’s history and singles it out', async () => {
    const order = await stampedLot(2);
    const [stamp] = keyring ? [...stampsOf(order, keyring, stack.siteUrl)] : [];
    const code = stamp?.code ?? '';
    expect(await run('exception', code, 'frozen', '--note', 'Đang xem')).toMatch(/\nfrozen\t/);
    const history = await run('history', stamp?.url ?? '');
    expect([valueOf(history, 'code'), valueOf(history, 'state')]).toEqual([code, 'suspicious']);
    expect(history).toMatch(/\nexceptions\nkind\tsince\tendedAt\tnote\nfrozen\t.*\tĐang xem\n/);
    await run('exception', code, 'frozen', '--note', 'Đã xem', '--end');
    expect(valueOf(await run('history', code), 'state')).toBe('active');
  });

  test('shows scans, suspicious stamps and reports', async () => {
    expect(await run('scans')).toMatch(/^total\t\d+\n/);
    expect(await run('suspicious')).toMatch(/^code\tscore\t/);
    expect(await run('reports')).toMatch(/^number\tat\t/);
  });

  test.each([
    [['nonsense'], /There is no "nonsense". What there is:\n {2}npm run trace -- lots/],
    [['order', '--count', '5'], /Say which --product, or which --lot.\n {2}npm run trace -- order/],
    [['order', '--product', 'x', '--count', '-5'], /--count/],
    [['order', '--product', 'x', '--count', '5', '--form', 'gold'], /--form should be tagged or signed/],
    [['activate', 'x', '--lot', 'L'], /RANGE should be a whole number, not "x"/],
    [['void', '1'], /--reason is missing/],
    [
      ['recall', '--lot', 'L', '--code', 'C', '--reason', 'x', '--advice', 'y'],
      /one of --lot, --range and --code/,
    ],
    [['lots', '--colour', 'red'], /colour/],
  ])('answers %j with how it is said', async (words, said) => {
    await expect(run(...words)).rejects.toThrow(UsageError);
    await expect(run(...words)).rejects.toThrow(said);
  });

  test('ends with one clear line and exit code 1 where a step is refused', async () => {
    const order = await stampedLot(1);
    const refused = promisify(execFile)(
      process.execPath,
      ['scripts/trace.ts', 'print', String(order.range)],
      { env: stack.env },
    );
    await expect(refused).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        new RegExp(
          `^Medusa refused POST .* Range ${order.range} was noted as printed before.*Nothing was changed.\n$`,
        ),
      ),
    });
  });
});
