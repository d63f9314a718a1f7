import { parseArgs } from 'node:util';
import { auditLogAnswer } from '@ocop/contract/audit-log';
import { lotList } from '@ocop/contract/lots';
import { recall, recallList } from '@ocop/contract/recalls';
import { scanSummary, suspiciousList } from '@ocop/contract/scan-statistics';
import { stampOrderList } from '@ocop/contract/stamp-orders';
import { staffReports } from '@ocop/contract/stamp-report';
import { exceptionsAnswer, scanErasureAnswer, stampAnswer, warningLiftAnswer } from '@ocop/contract/stamps';
import type { z } from 'zod';
import type { AdminApi } from './admin-api.ts';
import { number, oneOf, text, UsageError } from './command-line.ts';
import { lines, table, type Row } from './plain-table.ts';
import { findUnlinkedProducts } from './traced-product-sync.ts';
import {
  activateStamps,
  orderStamps,
  productOfLot,
  stepSheets,
  voidStamps,
  type StampOrder,
} from './stamp-issue.ts';

const [word, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
const options = {
  ...{ q: word, product: word, lot: word, range: word, code: word, state: word, form: word },
  ...{ count: word, first: word, last: word, limit: word, offset: word },
  ...{ from: word, to: word, until: word },
  ...{ reason: word, advice: word, 'reason-en': word, 'advice-en': word, note: word, 'over-reason': word },
  ...{ open: flag, end: flag },
};

type Given = ReturnType<typeof parse>;

interface Command {
  /** What follows the name. */
  usage: string;
  run(admin: AdminApi, given: Given): Promise<string>;
}

const at = '/admin/traceability';

const commands: Record<string, Command> = {
  lots: list(
    '[--q WORDS] [--product SLUG]',
    '/lots',
    lotList,
    'lots',
    ['q', 'product'],
    ['code', 'product', 'madeOn', 'useBy', 'quantity', 'stampsOrdered', 'stampsActivated', 'recalled'],
  ),
  unlinked: {
    usage: '(lots and stamps whose product the content does not hold)',
    run: async (admin) => table(await findUnlinkedProducts(admin), ['product', 'lots', 'ranges']),
  },
  orders: list(
    '[--state STATE] [--product SLUG] [--lot CODE]',
    '/stamp-orders',
    stampOrderList,
    'orders',
    ['state', 'product', 'lot'],
    ['range', 'state', 'product', 'lot', 'count', 'activated', 'voided', 'form', 'gtin', 'orderedAt'],
  ),
  order: {
    usage: '(--product SLUG | --lot CODE) --count N [--form tagged|signed] [--over-reason WORDS]',
    async run(admin, { lot, product, count, form, 'over-reason': overReason }) {
      if (!product && !lot) throw new UsageError('Say which --product, or which --lot.');
      return oneOrder(
        await orderStamps(admin, {
          product: product ?? (await productOfLot(admin, lot ?? '')),
          ...{ lot: lot ?? null, count: number('--count', count) },
          form: oneOf('--form', ['tagged', 'signed'] as const, form ?? 'tagged'),
          ...(overReason && { overReason }),
        }),
      );
    },
  },
  print: {
    usage: 'RANGE',
    run: async (admin, given) => oneOrder(await stepSheets(admin, range(given), 'print')),
  },
  deliver: {
    usage: 'RANGE',
    run: async (admin, given) => oneOrder(await stepSheets(admin, range(given), 'deliver')),
  },
  activate: {
    usage: 'RANGE --lot CODE [--first N] [--last N] [--over-reason WORDS]',
    run: async (admin, given) =>
      oneOrder(
        await activateStamps(admin, range(given), text('--lot', given.lot), {
          ...segment(given),
          overReason: given['over-reason'],
        }),
      ),
  },
  void: {
    usage: 'RANGE --reason WORDS [--first N] [--last N]',
    run: async (admin, given) =>
      oneOrder(await voidStamps(admin, range(given), text('--reason', given.reason), segment(given))),
  },
  history: {
    usage: 'CODE (20 or 10 characters, or the address in the QR)',
    async run(admin, given) {
      const found = await admin.get(stampAnswer, stampAt(given));
      const { auditLog, recentScans, exceptions, recalls, reports, ...facts } = found;
      const lists = { exceptions, recalls, reports, recentScans, auditLog };
      const told = Object.entries(lists).filter(([, some]) => some.length > 0);
      return [lines(facts), ...told.map(([name, some]) => `\n${name}\n${table(some)}`)].join('');
    },
  },
  exception: {
    usage: 'CODE sold|recalled|expired|voided|reported|frozen --note WORDS [--end]',
    async run(admin, given) {
      const stamp = stampAt(given);
      const kind = text('the kind', given.words[1]);
      const note = text('--note', given.note);
      const answer = given.end
        ? await admin.post(exceptionsAnswer, `${stamp}/exceptions/${encodeURIComponent(kind)}/end`, { note })
        : await admin.post(exceptionsAnswer, `${stamp}/exceptions`, { kind, note });
      return table(answer.exceptions);
    },
  },
  'lift-warning': {
    usage: 'CODE --note WORDS (examined and found genuine)',
    async run(admin, given) {
      const note = text('--note', given.note);
      return lines(await admin.post(warningLiftAnswer, `${stampAt(given)}/warning/lift`, { note }));
    },
  },
  'erase-scans': {
    usage: `CODE [--from TIME] [--until TIME] (like 2026-11-22T09:00:00+07:00, both included; all scans without them)`,
    async run(admin, given) {
      const stamp = stampAt(given);
      // A window meant in other words and passed over would erase what nobody asked for.
      const { name, words, ...asked } = given;
      const extra = words[1];
      const strange = Object.keys(asked).find((option) => option !== 'from' && option !== 'until');
      if (strange !== undefined) throw new UsageError(`${name} knows no --${strange}.`);
      if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`);
      return lines(
        await admin.post(scanErasureAnswer, `${stamp}/scans/erase`, picked(given, ['from', 'until'])),
      );
    },
  },
  recall: {
    usage:
      '(--lot CODE | --range N [--first N] [--last N] | --code CODE) --reason WORDS --advice WORDS ' +
      '[--reason-en WORDS] [--advice-en WORDS]',
    async run(admin, given) {
      const words = {
        reason: { vi: text('--reason', given.reason), en: given['reason-en'] ?? '' },
        advice: { vi: text('--advice', given.advice), en: given['advice-en'] ?? '' },
      };
      return lines(await admin.post(recall, `${at}/recalls`, { ...recalled(given), ...words }));
    },
  },
  lift: {
    usage: 'RECALL --note WORDS',
    run: async (admin, given) =>
      lines(
        await admin.post(recall, `${at}/recalls/${encodeURIComponent(subject(given, 'RECALL'))}/lift`, {
          note: text('--note', given.note),
        }),
      ),
  },
  recalls: list(
    '[--open]',
    '/recalls',
    recallList,
    'recalls',
    ['open'],
    ['id', 'scope', 'lot', 'range', 'first', 'last', 'announcedAt', 'liftedAt', 'reason'],
  ),
  'audit-log': list(
    '[--lot CODE] [--range N]',
    '/audit-log',
    auditLogAnswer,
    'auditLog',
    ['lot', 'range'],
    ['at', 'actor', 'action', 'lot', 'range', 'index', 'detail'],
  ),
  suspicious: list(
    '',
    '/scans/suspicious',
    suspiciousList,
    'stamps',
    [],
    ['code', 'score', 'warnedOn', 'count', 'product', 'lot', 'range', 'index', 'firstAt', 'lastAt'],
  ),
  reports: list(
    '[--state new|looking|closed]',
    '/reports',
    staffReports,
    'reports',
    ['state'],
    ['number', 'at', 'state', 'reason', 'product', 'lot', 'typed', 'words', 'hasPhoto', 'id'],
  ),
  scans: {
    usage: '[--from YYYY-MM-DD] [--to YYYY-MM-DD] [--product SLUG]',
    async run(admin, given) {
      const query = picked(given, ['from', 'to', 'product']);
      const { total, ...by } = await admin.get(scanSummary, `${at}/scans/summary`, query);
      return [
        `total\t${total}\n`,
        ...Object.entries(by).map(([name, some]) => `\n${name}\n${table(some)}`),
      ].join('');
    },
  },
};

/** Everything that can be done, a line each. */
export const traceUsage = Object.entries(commands)
  .map(([name, { usage }]) => `  npm run trace -- ${name} ${usage}`.trimEnd())
  .join('\n');

/**
 * Does what the words after `npm run trace --` say.
 * @returns lines of columns with tabs between them, for people and for other programs
 * @throws UsageError for words that name nothing; CommerceError where Medusa refuses
 */
export async function traceCommand(words: readonly string[], admin: AdminApi): Promise<string> {
  const { given, command } = readTraceWords(words);
  try {
    return await command.run(admin, given);
  } catch (error) {
    if (error instanceof UsageError) {
      throw new UsageError(`${error.message}\n  npm run trace -- ${given.name} ${command.usage}`);
    }
    throw error;
  }
}

/** @throws UsageError for words that name no command, or options it does not know. */
export function readTraceWords(words: readonly string[]): { given: Given; command: Command } {
  const given = parse(words);
  const command = Object.hasOwn(commands, given.name) ? commands[given.name] : undefined;
  if (!command) throw new UsageError(`There is no "${given.name}". What there is:\n${traceUsage}`);
  return { given, command };
}

/** How the command that is named is written, or all of them. */
export function traceHelp(words: readonly string[]): string {
  const name = words.find((one) => Object.hasOwn(commands, one)) ?? '';
  return `npm run trace -- ${commands[name] ? `${name} ${commands[name].usage}` : `COMMAND …\n${traceUsage}`}\n`;
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name = '', ...words] = positionals;
    return { ...values, name, words };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${traceUsage}`);
  }
}

function list<Things extends string>(
  usage: string,
  path: string,
  schema: z.ZodType<{ count: number } & Record<Things, readonly Row[]>>,
  things: Things,
  narrowing: readonly (keyof typeof options)[],
  columns: readonly string[],
): Command {
  return {
    usage: `${usage} [--limit N] [--offset N]`.trimStart(),
    async run(admin, given) {
      const answer = await admin.get(schema, at + path, picked(given, [...narrowing, 'limit', 'offset']));
      const found = answer[things];
      return `${table(found, columns)}${found.length} of ${answer.count}\n`;
    },
  };
}

function picked(given: Given, names: readonly (keyof typeof options)[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (given[name] === undefined ? [] : [[name, String(given[name])]])),
  );
}

function recalled(given: Given): object {
  const { lot, code } = given;
  const named = [lot, given.range, code].filter((one) => one !== undefined);
  if (named.length !== 1) throw new UsageError('Say what is called back: one of --lot, --range and --code.');
  if (lot !== undefined) return { scope: 'lot', lot };
  if (code !== undefined) return { scope: 'serial', code };
  return { scope: 'range', range: number('--range', given.range), ...segment(given) };
}

function segment({ first, last }: Given): { first?: number; last?: number } {
  return {
    ...(first === undefined ? {} : { first: number('--first', first) }),
    ...(last === undefined ? {} : { last: number('--last', last) }),
  };
}

const range = (given: Given) => number('RANGE', given.words[0]);
const subject = (given: Given, name: string) => text(name, given.words[0]);
const stampAt = (given: Given) => `${at}/stamps/${encodeURIComponent(subject(given, 'CODE'))}`;
const oneOrder = (order: StampOrder) => lines({ ...order });
