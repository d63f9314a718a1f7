/** The QR of a stamp as rectangles of whole modules. */
import { encode } from 'uqr';

/** Dark rectangle, in modules from the top left corner of the symbol. */
export interface ModuleRect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface QrSymbol {
  /** Modules a side, quiet zone not counted. */
  size: number;
  rects: ModuleRect[];
}

/** White modules kept on each side (ISO/IEC 18004, 9.1). */
export const QUIET_MODULES = 4;

/**
 * One mask for all stamps. Trying all eight on each takes most of an encoder's time and gains no
 * reads; this one is seldom far from the best for addresses of our forms.
 */
const MASK = 6;

/**
 * Level M at least, a higher one where the same version holds it. Capitals, digits and `:/.-`
 * keep an address in the alphanumeric mode and so in a small symbol.
 */
export function qrSymbol(url: string): QrSymbol {
  const { size, data } = encode(url, { ecc: 'M', boostEcc: true, maskPattern: MASK, border: 0 });
  return { size, rects: mergedRects(data) };
}

/**
 * The dark modules as few rectangles, none over another: a run to the right, stretched down as
 * far as it goes. Fewer edges inside the dark means a smaller file and no seams on the screen.
 */
function mergedRects(dark: boolean[][]): ModuleRect[] {
  const left = dark.map((row) => [...row]);
  const rects: ModuleRect[] = [];
  left.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      let end = x + 1;
      while (row[end]) end += 1;
      let bottom = y + 1;
      while (isDark(left[bottom], x, end)) {
        left[bottom]?.fill(false, x, end);
        bottom += 1;
      }
      rects.push({ x, y, width: end - x, height: bottom - y });
      x = end;
    }
  });
  return rects;
}

function isDark(row: boolean[] | undefined, from: number, to: number): boolean {
  if (!row) return false;
  for (let x = from; x < to; x += 1) if (!row[x]) return false;
  return true;
}
