/**
 * One print run in a process of its own, so that its memory is its own: `node print-run.ts COUNT`
 * makes a sheet file that goes nowhere and tells what it took as one line of JSON.
 */
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stampsOfRange } from '@ocop/rules/stamps/stamp-range';
import { planSheet, type StampLabel } from '@ocop/stamp-sheet/plan';
import { stampPdf } from '@ocop/stamp-sheet/sheet-pdf';
import { encode } from 'uqr';

const SITE = 'https://tem.ocop.vn';
const secret = new Uint8Array(32).fill(1);
const keyring = { current: '1', epochs: { 1: { secret, from: null, until: null, cutOff: null } } };

/** Stamps of form S, 61 characters: version 3, the smallest there is. */
function stamps(count: number): Generator<StampLabel> {
  const range = { number: 1, first: 0, count, epoch: '1', gtin: '09506000011196' };
  return stampsOfRange({ ...range, form: 'tagged' }, keyring, SITE);
}

const count = Number(process.argv[2]);
const text = {
  product: 'Chả mực giã tay Hạ Long',
  lot: 'CM-261005',
  useBy: '2026-10-05',
  range: 1,
  orderedOn: '2026-01-05',
  site: new URL(SITE).host,
  sample: false,
};

const [first] = stamps(1);
const planned = first && planSheet(first, text, { layout: 'a4-65' });
if (!planned?.ok) throw new Error('The stamps of the benchmark fit on no sheet');

let bytes = 0;
const nowhere = new Writable({
  write(chunk: Buffer, _encoding, done) {
    bytes += chunk.length;
    done();
  },
});
const started = performance.now();
await pipeline(stampPdf(stamps(count), planned.plan, { total: count }), nowhere);
const seconds = (performance.now() - started) / 1_000;
const peakBytes = process.resourceUsage().maxRSS * 1_024;

const labels = [...stamps(10_000)];
const encoding = performance.now();
for (const { url } of labels) encode(url, { ecc: 'M', boostEcc: true, maskPattern: 6, border: 0 });
const encodeSeconds = (((performance.now() - encoding) / 1_000) * count) / labels.length;
process.stdout.write(`${JSON.stringify({ seconds, bytes, peakBytes, encodeSeconds })}\n`);
