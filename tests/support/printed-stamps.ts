import { writeFile } from 'node:fs/promises';
import { planSheet } from '@ocop/stamp-sheet/plan';
import { stampSvg } from '@ocop/stamp-sheet/sheet-svg';
import sharp from 'sharp';
import { issueStamps, stampsOf } from './issued-stamps.ts';
import { qrPng } from './qr-png.ts';
import { readEnv } from '../../src/config/env.ts';
import { testAdmin } from './goods.ts';
import { testStack } from './stack.ts';

/** Addresses of new stamps of a lot, activated with it. */
export async function newStamps(
  lot: string,
  count: number,
  form: 'tagged' | 'signed' = 'tagged',
): Promise<string[]> {
  const stack = testStack();
  const keyring = readEnv(stack.env).STAMP_KEYS;
  if (!keyring) throw new Error('The stack of this run has no stamp keys');
  const order = await issueStamps(testAdmin(stack), { lot, count, form });
  return [...stampsOf(order, keyring, stack.siteUrl)].map(({ url }) => url);
}

/** A picture of one QR code, as a file a person chooses. */
export async function qrPhoto(text: string) {
  return { name: 'tem.png', mimeType: 'image/png', buffer: await qrPng(text) };
}

/** How a hand holds a phone over a printed stamp: degrees, pixels of blur. */
interface Shot {
  turn: number;
  blur: number;
  /** Of the frame's height that the label takes. */
  size: number;
}

const FRAME = { width: 1280, height: 720 };
const FRAMES = 12;
const TABLE = '#7a5a3c';

/**
 * A clip for Chromium's fake camera: JPEG frames one after another, of a printed stamp that comes
 * from out of focus and too small to where it can be read.
 */
export async function writeStampClip(file: string, url: string): Promise<void> {
  const [label, grain] = await Promise.all([printedLabel(url), sensorGrain()]);
  const shots: Shot[] = Array.from({ length: FRAMES }, (_, frame) => ({
    turn: 2 * frame - FRAMES,
    blur: Math.max(1.2, 7 - frame),
    size: 0.45 + frame * 0.02,
  }));
  const frames = await Promise.all(shots.map((shot) => photographed(label, grain, shot)));
  await writeFile(file, Buffer.concat(frames));
}

/** The label a print house gets, 25 × 35 mm, at 600 dots an inch. */
async function printedLabel(url: string): Promise<Buffer> {
  const label = { code: new URL(url).pathname.slice(-20), url, index: 0 };
  const text = {
    product: 'Mắm nêm Thử',
    lot: 'MAU-MN-390415',
    useBy: '2027-09-15',
    range: 1,
    orderedOn: '2026-11-20',
    site: 'localhost',
    sample: true,
  };
  const planned = planSheet(label, text, { layout: 'roll-25x35' });
  if (!planned.ok) throw new Error(planned.message.en);
  return sharp(Buffer.from(stampSvg(label, planned.plan)), { density: 600 })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer();
}

/** The grain of a small sensor in a dim room; grey where it changes nothing. */
function sensorGrain(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 26 } as const;
  return sharp({ create: { ...FRAME, channels: 3, background: '#808080', noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

async function photographed(label: Buffer, grain: Buffer, { turn, blur, size }: Shot): Promise<Buffer> {
  const held = await sharp(label)
    .resize({ height: Math.round(FRAME.height * size) })
    .rotate(turn, { background: TABLE })
    .toBuffer();
  const table = await sharp({ create: { ...FRAME, channels: 3, background: TABLE } })
    .composite([{ input: held }])
    .jpeg({ quality: 95 })
    .toBuffer();
  // White paper is light grey to a camera, black ink dark grey.
  const seen = await sharp(table).blur(blur).linear(0.7, 35).jpeg({ quality: 95 }).toBuffer();
  return sharp(seen)
    .composite([{ input: grain, blend: 'hard-light' }])
    .jpeg({ quality: 70 })
    .toBuffer();
}
