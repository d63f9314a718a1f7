import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { buildCacheDir, cachedFile } from '../build-cache/build-cache.ts';
import { motifs } from './drawing.ts';
import type { Motif } from './drawing.ts';
import { ink } from './shapes.ts';

const width = 1200;
const height = 630;

/** Glaze running down from the upper edge. */
const drips =
  'M0 0h1200v70c-30 60-60 20-90 10s-50 120-90 100-40-90-90-80-50 60-90 50-60-70-110-40-40 110-90 100-50-100-100-110-60 50-100 40-50-70-100-50-50 130-100 100-60-90-80-60-40 20-60 0-60-70-100-60z';

function place(motif: Motif, x: number, y: number, size: number): string {
  return `<g transform="translate(${x} ${y}) scale(${size / 200})">${motifs[motif]}</g>`;
}

/** Things on a shelf, the middle one large, as SVG text 1200 × 630. */
function shelf(middle: Motif, left: Motif, right: Motif): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<path fill="#f4e4c4" d="M0 0h1200v630H0z"/><path fill="#ecd6bd" d="M0 540h1200v90H0z"/>`,
    `<circle fill="#fbf1dd" cx="600" cy="330" r="265"/><path fill="${ink.glaze}" d="${drips}"/>`,
    place(left, 120, 276, 330),
    place(right, 750, 276, 330),
    place(middle, 390, 190, 430),
    '</svg>',
  ].join('');
}

/**
 * The picture for shared links to a thing, PNG. Without letters: the link itself says the title, and a
 * machine without our font would draw them badly.
 */
export async function sharePicture(middle: Motif): Promise<Uint8Array> {
  const [left, right]: [Motif, Motif] = middle === 'pot' ? ['honey', 'tea'] : ['pot', 'rice'];
  const svg = shelf(middle, left, middle === right ? 'tea' : right);
  const settings = { palette: true, colours: 64, effort: 2 };
  const input = [svg, JSON.stringify([settings, sharp.versions])];
  // A tenth of a second each: together as long as some hundred pages.
  const dir = path.resolve(buildCacheDir, 'pictures');
  const file = await cachedFile({ dir, extension: 'png', input }, () =>
    sharp(Buffer.from(svg)).png(settings).toBuffer(),
  );
  return readFile(file);
}
