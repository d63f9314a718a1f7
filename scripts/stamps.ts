/**
 * Issues stamps for a lot, or prints an earlier range again:
 *
 *   npm run stamps -- --lot MAU-GHS-261005 --count 130 --pdf sheets.pdf
 *   npm run stamps -- --range 7 --pdf rest.pdf --layout a4-24 --start-at 9 --crop-marks
 *   npm run stamps -- --range 7 --out stamps.csv --svg stamps/
 *
 * --pdf FILE makes sheets to print at 100 %, in --layout a4-65 (if nothing is said), a4-24,
 * roll-20x30 or roll-25x35, for a printer of --dpi 203, 300 (if nothing is said) or 600.
 * --start-at N leaves the first labels of a used A4 sheet free, --crop-marks adds lines to cut
 * along. --svg FOLDER draws whole labels in that layout for print houses, --png FOLDER only the QR.
 * --out FILE writes the table; without --out and --pdf it goes to the screen.
 * New stamps are active with their lot at once; of an earlier order, what was voided is left out.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { todayInVietnam } from '@ocop/rules/date';
import type { StampPart } from '@ocop/rules/stamps/stamp-segment';
import { stampsOfRange } from '@ocop/rules/stamps/stamp-range';
import type { SheetText } from '@ocop/stamp-sheet/label-text';
import { SHEET_LAYOUT_NAMES } from '@ocop/stamp-sheet/layout';
import { planSheet, type SheetOptions, type SheetPlan, type StampLabel } from '@ocop/stamp-sheet/plan';
import { stampCsv } from '@ocop/stamp-sheet/sheet-csv';
import { stampPdf } from '@ocop/stamp-sheet/sheet-pdf';
import { stampSvg } from '@ocop/stamp-sheet/sheet-svg';
import { z } from 'zod';
import { adminApi, type AdminApi } from './commerce/admin-api.ts';
import {
  issuedStamps,
  issueStamps,
  printableParts,
  stampsOf,
  type StampOrder,
} from './commerce/stamp-issue.ts';
import { runningEnv } from '../src/config/running.ts';
import { loadRecord } from '../src/record/load.ts';
import { qrPng } from './qr-png.ts';
import { runScript, ScriptError, setting, tell } from './script.ts';

const USAGE =
  'Say which stamps: --lot CODE --count N for new ones, or --range N for an earlier order. ' +
  'Then --pdf FILE (--layout, --dpi, --start-at, --crop-marks), --out FILE.csv, --svg FOLDER, --png FOLDER as needed.';

const DPIS = [203, 300, 600] as const;

const lotShape = z.object({
  code: z.string(),
  product: z.string(),
  gtin: z.string().nullable(),
  useBy: z.string().nullable(),
  sample: z.boolean(),
});
type Lot = z.output<typeof lotShape>;

await runScript(async () => {
  const { lot, count, again, out, pdf, svg, png, sheet } = options();
  const env = await runningEnv();
  const keyring = setting(env, 'STAMP_KEYS');
  const admin = adminApi(setting(env, 'MEDUSA_URL'), { key: setting(env, 'MEDUSA_ADMIN_KEY') });
  const record = await loadRecord({ contentDir: env.CONTENT_DIR, samples: env.SAMPLES });
  const printed = (
    order: Pick<StampOrder, 'product' | 'orderedAt' | 'range'>,
    facts: Lot | null,
  ): SheetText => {
    const product = record.product(order.product);
    if (!product) throw new ScriptError(`There is no product ${order.product} in ${env.CONTENT_DIR}.`);
    return {
      product: product.name.vi,
      lot: facts?.code ?? null,
      useBy: facts?.useBy ?? null,
      range: order.range,
      orderedOn: todayInVietnam(new Date(order.orderedAt)),
      site: new URL(env.SITE_URL).host,
      sample: facts?.sample ?? product.sample,
    };
  };

  // What can be refused or cannot be written is found out before stamps are issued.
  for (const folder of [svg, png]) if (folder) await mkdir(folder, { recursive: true });
  for (const file of [out, pdf]) if (file) await openable(file);
  let order: StampOrder;
  let parts: StampPart[];
  let facts: Lot | null;
  if (again === undefined) {
    facts = await lotFacts(admin, lot);
    const trial = { number: 0, first: 0, count: 1, epoch: keyring.current, gtin: facts.gtin };
    const [label] = stampsOfRange({ ...trial, form: 'tagged' }, keyring, env.SITE_URL);
    const now = { product: facts.product, range: 0, orderedAt: new Date().toISOString() };
    if (pdf || svg) planned(label, printed(now, facts), sheet);
    order = await issueStamps(admin, { lot, count });
    parts = [{ first: 0, last: order.count - 1 }];
  } else {
    order = await issuedStamps(admin, again);
    parts = await printableParts(admin, again);
    if (parts.length === 0) throw new ScriptError(`Every stamp of range ${again} is void. Order new ones.`);
    facts = order.lot === null ? null : await lotFacts(admin, order.lot);
  }
  const text = printed(order, facts);
  const total = parts.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const stamps = function* () {
    for (const { first, last } of parts) {
      yield* stampsOf({ ...order, first, count: last - first + 1 }, keyring, env.SITE_URL);
    }
  };
  tell(
    `Range ${order.range}: ${total} stamps of ${order.lot ? `lot ${order.lot}` : order.product}, GTIN ${order.gtin ?? 'none'}.`,
  );

  if (out) await pipeline(stampCsv(stamps(), text), createWriteStream(out));
  else if (!pdf) await pipeline(stampCsv(stamps(), text), process.stdout, { end: false });
  if (pdf) {
    const [label] = stamps();
    const run = { total, onProgress };
    await pipeline(stampPdf(stamps(), planned(label, text, sheet), run), createWriteStream(pdf));
  }
  if (svg || png) {
    let plan: SheetPlan | null = null;
    let done = 0;
    for (const stamp of stamps()) {
      if (svg) {
        plan ??= planned(stamp, text, sheet);
        await writeFile(join(svg, `${stamp.code}.svg`), stampSvg(stamp, plan));
      }
      if (png) await writeFile(join(png, `${stamp.code}.png`), await qrPng(stamp.url));
      done += 1;
      if (done % 100 === 0 || done === total) onProgress(done, total);
    }
  }
  const places = [out, pdf, svg, png].filter((place) => place !== undefined);
  tell(`Done: ${total} stamps${places.length > 0 ? ` in ${places.join(', ')}` : ''}.`);
});

async function lotFacts(admin: AdminApi, code: string): Promise<Lot> {
  const path = `/admin/traceability/lots/${encodeURIComponent(code)}`;
  return (await admin.get(z.object({ lot: lotShape }), path)).lot;
}

async function openable(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await (await open(file, 'a')).close();
}

function planned(label: StampLabel | undefined, text: SheetText, sheet: SheetOptions): SheetPlan {
  if (!label) throw new ScriptError('The order has no stamps.');
  const answer = planSheet(label, text, sheet);
  if (!answer.ok) throw new ScriptError(answer.message.en);
  return answer.plan;
}

/** One line that counts up, where somebody watches. */
function onProgress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${done} of ${total} stamps${done === total ? '\n' : ''}`);
}

function options() {
  const text = { type: 'string' } as const;
  const known = {
    ...{ lot: text, count: text, range: text, out: text, pdf: text, svg: text, png: text },
    ...{ layout: text, dpi: text, 'start-at': text, 'crop-marks': { type: 'boolean' } as const },
  };
  const given = readOptions(() => parseArgs({ options: known }).values);
  const { lot, count, range, out, pdf, svg, png } = given;
  const isNew = lot !== undefined && range === undefined;
  const isAgain = range !== undefined && lot === undefined;
  if (!isNew && !isAgain) throw new ScriptError(USAGE);
  const sheet: SheetOptions = {
    layout: oneOf('--layout', SHEET_LAYOUT_NAMES, given.layout ?? 'a4-65'),
    dpi: oneOf('--dpi', DPIS, given.dpi === undefined ? 300 : Number(given.dpi)),
    cropMarks: given['crop-marks'] ?? false,
    startAt: given['start-at'] === undefined ? 1 : wholeNumber('--start-at', given['start-at']),
  };
  return {
    lot: lot ?? '',
    count: isNew ? wholeNumber('--count', count) : 0,
    again: isAgain ? wholeNumber('--range', range) : undefined,
    ...{ out, pdf, svg, png, sheet },
  };
}

function readOptions<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ScriptError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function oneOf<T>(name: string, choices: readonly T[], given: unknown): T {
  const found = choices.find((choice) => choice === given);
  if (found === undefined) throw new ScriptError(`${name} should be one of ${choices.join(', ')}. ${USAGE}`);
  return found;
}

function wholeNumber(name: string, text: string | undefined): number {
  const value = Number(text);
  if (text === undefined || !Number.isSafeInteger(value) || value < 1) {
    throw new ScriptError(`${name} should be a whole number from 1 up, not "${text ?? ''}". ${USAGE}`);
  }
  return value;
}
