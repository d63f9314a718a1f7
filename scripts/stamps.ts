/**
 * Issues stamps for a lot, or prints an earlier range again:
 *
 *   npm run stamps -- --lot MAU-GHS-261005 --count 20 --out stamps.csv --svg stamps/
 *   npm run stamps -- --range 7 --out stamps.csv
 *
 * Without --out the table (code, url) goes to the screen. --svg and --png draw one QR a stamp.
 * New stamps are active with their lot at once: printing, delivery and activation as steps of
 * their own are not told apart yet, so a sheet that goes astray counts as stuck on goods.
 */
import { once } from 'node:events';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import QRCode from 'qrcode';
import { adminApi } from '../src/commerce/admin-api.ts';
import { issuedStamps, issueStamps, stampsOf } from '../src/commerce/stamp-issue.ts';
import { runningEnv } from '../src/config/running.ts';
import { runScript, ScriptError, setting, tell } from './script.ts';

const USAGE =
  'Say which stamps: --lot CODE --count N for new ones, or --range N for an earlier order. ' +
  'Then --out FILE.csv, --svg FOLDER, --png FOLDER as needed.';

await runScript(async () => {
  const { lot, count, range: again, out, svg, png } = options();
  const env = await runningEnv();
  const medusaUrl = setting(env, 'MEDUSA_URL');
  const keyring = setting(env, 'STAMP_KEYS');
  const admin = adminApi(medusaUrl, { key: setting(env, 'MEDUSA_ADMIN_KEY') });


  // Places to write come first: stamps are not issued for a folder that cannot be written.
  for (const folder of [svg, png]) if (folder) await mkdir(folder, { recursive: true });
  if (out) await mkdir(dirname(out), { recursive: true });
  const table = out ? (await open(out, 'w')).createWriteStream() : process.stdout;

  const range =
    again === undefined
      ? await issueStamps(admin, { lot, count })
      : await issuedStamps(admin, again);
  tell(`Range ${range.range}: ${range.count} stamps of lot ${range.lot}, GTIN ${range.gtin ?? 'none'}.`);

  table.write('code,url\n');
  let done = 0;
  for (const { code, url } of stampsOf(range, keyring, env.SITE_URL)) {
    if (!table.write(`${code},${url}\n`)) await once(table, 'drain');
    // Level M with four modules of margin is what the size of a stamp is reckoned with.
    const look = { errorCorrectionLevel: 'M', margin: 4 } as const;
    if (svg) {
      await writeFile(join(svg, `${code}.svg`), await QRCode.toString(url, { ...look, type: 'svg' }));
    }
    if (png) await writeFile(join(png, `${code}.png`), await QRCode.toBuffer(url, { ...look, scale: 8 }));
    done += 1;
    if (done % 1_000 === 0) tell(`${done} of ${range.count}`);
  }
  if (out) {
    table.end();
    await once(table, 'finish');
  }
  const places = [out, svg, png].filter((place) => place !== undefined);
  tell(`Done: ${done} stamps${places.length > 0 ? ` in ${places.join(', ')}` : ''}.`);
});

function options() {
  const text = { type: 'string' } as const;
  const known = { lot: text, count: text, range: text, out: text, svg: text, png: text };
  const { lot, count, range, out, svg, png } = readOptions(() => parseArgs({ options: known }).values);
  const isNew = lot !== undefined && range === undefined;
  const isAgain = range !== undefined && lot === undefined;
  if (!isNew && !isAgain) throw new ScriptError(USAGE);
  return {
    lot: lot ?? '',
    count: isNew ? wholeNumber('--count', count) : 0,
    range: isAgain ? wholeNumber('--range', range) : undefined,
    out,
    svg,
    png,
  };
}

function readOptions<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ScriptError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function wholeNumber(name: string, text: string | undefined): number {
  const value = Number(text);
  if (text === undefined || !Number.isSafeInteger(value) || value < 1) {
    throw new ScriptError(`${name} should be a whole number from 1 up, not "${text ?? ''}". ${USAGE}`);
  }
  return value;
}
