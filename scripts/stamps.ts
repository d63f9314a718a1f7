/**
 * Orders stamps for a lot and downloads their sheets, or downloads those of an earlier range again:
 *
 *   npm run stamps -- --lot MAU-GHS-261005 --count 130 --pdf sheets.pdf
 *   npm run stamps -- --range 7 --pdf rest.pdf --layout a4-24 --start-at 9 --crop-marks
 *   npm run stamps -- --range 7 --out stamps.csv --svg stamps.zip
 *
 * --pdf FILE is sheets to print at 100 %, in --layout a4-65 (if nothing is said), a4-24,
 * roll-20x30 or roll-25x35, for a printer of --dpi 203, 300 (if nothing is said) or 600.
 * --start-at N leaves the first labels of a used A4 sheet free, --crop-marks adds lines to cut
 * along. --svg FILE.zip holds a drawing of each label in that layout, for print houses.
 * --out FILE is the table; without any file it goes to the screen.
 * The files are the ones Medusa makes for its staff screens: no key is needed here but the admin's.
 * New stamps are noted as printed and active with their lot once their files are here; of an earlier
 * order, what was voided is left out.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { badStartMessage } from '@ocop/stamp-sheet/label-messages';
import { labelsPerPage, SHEET_LAYOUT_NAMES, SHEET_LAYOUTS } from '@ocop/stamp-sheet/layout';
import { adminApi, type AdminApi } from './commerce/admin-api.ts';
import {
  activateStamps,
  issuedStamps,
  orderStamps,
  productOfLot,
  stepSheets,
  type StampOrder,
} from './commerce/stamp-issue.ts';
import { downloadSheet, type SheetChoice } from './commerce/stamp-sheet.ts';
import { UsageError } from './commerce/command-line.ts';
import { readCommandLine } from '../src/config/command-line.mjs';
import { runningEnv } from '../src/config/running.ts';
import { readWholeNumber } from '@ocop/rules/typed-number';
import { loadRecord } from '../src/record/load.ts';
import { runScript, ScriptError, setting, tell } from './script.ts';

const USAGE = `
npm run stamps -- --lot CODE --count N [--pdf FILE] [--svg FILE.zip] [--out FILE.csv]
npm run stamps -- --range N            [--pdf FILE] [--svg FILE.zip] [--out FILE.csv]

Orders N stamps for a lot and fetches their sheets, or fetches those of an earlier range again. Without a file
the table goes to the screen. Sheets: --layout a4-65 (if nothing is said), a4-24, roll-20x30 or roll-25x35;
--dpi 203, 300 or 600; --start-at N leaves the first labels of a used sheet free; --crop-marks.
More stamps than the lot has packs: --over-reason WORDS.`;

const DPIS = [203, 300, 600] as const;

const text = { type: 'string' } as const;
const { values: given } = readCommandLine(USAGE, {
  options: {
    ...{ lot: text, count: text, range: text, out: text, pdf: text, svg: text, 'over-reason': text },
    ...{ layout: text, dpi: text, 'start-at': text, 'crop-marks': { type: 'boolean' } as const },
  },
});

await runScript(async () => {
  const { lot, count, again, files, sheet } = options();
  const env = await runningEnv();
  const admin = adminApi(setting(env, 'MEDUSA_URL'), { key: setting(env, 'MEDUSA_ADMIN_KEY') });
  const record = await loadRecord({ contentDir: env.CONTENT_DIR, samples: env.SAMPLES });

  // What cannot be written is found out before stamps are ordered.
  for (const { path } of files) if (path !== null) await openable(path);
  const order =
    again === undefined
      ? await orderStamps(admin, { product: await productOfLot(admin, lot), lot, count })
      : await issuedStamps(admin, again);
  const stamps = order.count - order.voided;
  if (stamps === 0) throw new ScriptError(`Every stamp of range ${order.range} is void. Order new ones.`);
  tell(
    `Range ${order.range}: ${stamps} stamps of ${order.lot ? `lot ${order.lot}` : order.product}, GTIN ${order.gtin ?? 'none'}.`,
  );

  const name = record.product(order.product)?.name.vi;
  try {
    for (const { format, path } of files) {
      const to = path === null ? process.stdout : createWriteStream(path);
      await downloadSheet(admin, { range: order.range, stamps }, { ...sheet, format, name }, to, onProgress);
    }
    if (again === undefined) await putToUse(admin, order, lot);
  } catch (error) {
    if (again === undefined) {
      tell(
        `Range ${order.range} is ordered but not in use. Get its files with --range ${order.range}, then note ` +
          `\`npm run trace -- print ${order.range}\` and \`npm run trace -- activate ${order.range} --lot ${lot}\`; ` +
          `or give it up with \`npm run trace -- void ${order.range} --reason …\`.`,
      );
    }
    throw error;
  }
  const paths = files.flatMap(({ path }) => path ?? []);
  tell(`Done: ${stamps} stamps${paths.length > 0 ? ` in ${paths.join(', ')}` : ''}.`);
});

/** New stamps go onto the goods of their lot as soon as they can be printed. */
async function putToUse(admin: AdminApi, { range }: StampOrder, lot: string): Promise<void> {
  await stepSheets(admin, range, 'print');
  await activateStamps(admin, range, lot, { overReason: given['over-reason'] });
}

async function openable(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await (await open(file, 'a')).close();
}

/** One line that counts up, where somebody watches. */
function onProgress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${done} of ${total} stamps${done === total ? '\n' : ''}`);
}

function options() {
  const { lot, count, range, out, pdf, svg } = given;
  const isNew = lot !== undefined && range === undefined;
  const isAgain = range !== undefined && lot === undefined;
  if (!isNew && !isAgain) throw wrong('Say which stamps: --lot CODE --count N, or --range N.');
  const layout = oneOf('--layout', SHEET_LAYOUT_NAMES, given.layout ?? 'a4-65');
  const startAt = given['start-at'] === undefined ? 1 : wholeNumber('--start-at', given['start-at']);
  const perPage = labelsPerPage(SHEET_LAYOUTS[layout]);
  if (startAt > perPage) throw wrong(badStartMessage(startAt, perPage).en);
  const files: { format: SheetChoice['format']; path: string | null }[] = [
    ...(pdf === undefined ? [] : [{ format: 'pdf' as const, path: pdf }]),
    ...(out === undefined ? [] : [{ format: 'csv' as const, path: out }]),
    ...(svg === undefined ? [] : [{ format: 'svg' as const, path: svg }]),
  ];
  return {
    lot: lot ?? '',
    count: isNew ? wholeNumber('--count', count) : 0,
    again: isAgain ? wholeNumber('--range', range) : undefined,
    files: files.length > 0 ? files : [{ format: 'csv' as const, path: null }],
    sheet: {
      layout,
      dpi: oneOf('--dpi', DPIS, given.dpi === undefined ? 300 : Number(given.dpi)),
      cropMarks: given['crop-marks'] ?? false,
      startAt,
    },
  };
}

function wrong(what: string): UsageError {
  return new UsageError(`${what}\n${USAGE}`);
}

function oneOf<T>(name: string, choices: readonly T[], given: unknown): T {
  const found = choices.find((choice) => choice === given);
  if (found === undefined) throw wrong(`${name} should be one of ${choices.join(', ')}.`);
  return found;
}

function wholeNumber(name: string, text: string | undefined): number {
  // '1.000' is a thousand here too, and '1.5' neither one nor fifteen.
  const read = readWholeNumber(text ?? '', { least: 1 });
  if (!read.ok) throw wrong(`${name} should be a whole number from 1 up, not "${text ?? ''}".`);
  return read.value;
}
