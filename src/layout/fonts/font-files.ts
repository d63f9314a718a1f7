/**
 * The web fonts of the site: Be Vietnam Pro, cut down at build time to the letters that are used. The
 * whole font lies beside this file (SIL Open Font License 1.1, OFL.txt), because the packages that carry
 * it have split Latin from Vietnamese letters, which costs two more requests a page and the kerning
 * between the two.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { cachedFile } from '../../build-cache/build-cache.ts';
import { addLettersBelow, alphabet, LetterSet } from './letters.ts';

/** Weights the design uses: text; headings and emphasis. */
export const fontWeights = [400, 700] as const;

export type FontWeight = (typeof fontWeights)[number];

/** One `@font-face` for Astro's local font provider. */
export interface FontVariant {
  weight: FontWeight;
  style: 'normal';
  src: [string];
}

/** The whole font of one weight, as published. */
export function wholeFont(weight: FontWeight): string {
  return fileURLToPath(new URL(`be-vietnam-pro-${weight}.woff2`, import.meta.url));
}

/**
 * Writes one font file a weight into `outDir`, with the letters of the alphabet, of the content and of
 * the sources. Kerning and figures of equal width are kept; hinting is not, which phones do not read.
 * The name carries a hash of what went in, so that an unchanged file is not made again.
 */
export async function subsetFonts(options: {
  contentDir: string;
  sourceDir: string;
  outDir: string;
}): Promise<[FontVariant, ...FontVariant[]]> {
  const letters = new LetterSet().add(alphabet);
  await addLettersBelow(options.contentDir, letters);
  await addLettersBelow(options.sourceDir, letters);
  const variants = await Promise.all(
    fontWeights.map(async (weight): Promise<FontVariant> => {
      const file = await subsetFile(await readFile(wholeFont(weight)), letters.toString(), options.outDir);
      return { weight, style: 'normal', src: [file] };
    }),
  );
  return variants as [FontVariant, ...FontVariant[]];
}

async function subsetFile(font: Buffer, letters: string, dir: string): Promise<string> {
  const settings = { targetFormat: 'woff2', keepFeatures: ['kern', 'tnum'], noHinting: true } as const;
  const input = [font, letters, JSON.stringify(settings)];
  return cachedFile({ dir, extension: 'woff2', input }, () => subsetFont(font, letters, settings));
}
