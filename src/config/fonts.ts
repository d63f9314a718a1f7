/** Unicode ranges of the font files that are served, as published with the font. */
const subsets = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, ' +
    'U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  vietnamese:
    'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, ' +
    'U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
} as const;

/** Weights of Be Vietnam Pro the design uses: text, headings and emphasis. */
export const fontWeights = [400, 700] as const;

interface FontVariant {
  weight: number;
  style: 'normal';
  src: [string];
  unicodeRange: [string, ...string[]];
}

/**
 * Variants of Be Vietnam Pro for Astro's local font provider: every weight in two files, split so
 * that a page in English never fetches the Vietnamese letters.
 */
export function beVietnamProVariants(): [FontVariant, ...FontVariant[]] {
  const variants = fontWeights.flatMap((weight) =>
    (Object.entries(subsets) as [keyof typeof subsets, string][]).map(([subset, range]): FontVariant => ({
      weight,
      style: 'normal',
      src: [
        `./node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`,
      ],
      unicodeRange: range.split(', ') as [string, ...string[]],
    })),
  );
  return variants as [FontVariant, ...FontVariant[]];
}
