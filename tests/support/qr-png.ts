import { QUIET_MODULES, qrSymbol } from '@ocop/stamp-sheet/qr';
import sharp from 'sharp';

/**
 * A QR code as a PNG picture, black on white with its quiet zone.
 * @param scale pixels a module
 */
export function qrPng(text: string, scale = 8): Promise<Buffer> {
  const { size, rects } = qrSymbol(text);
  const side = size + 2 * QUIET_MODULES;
  const modules = Buffer.alloc(side * side, 255);
  for (const { x, y, width, height } of rects) {
    for (let row = y + QUIET_MODULES; row < y + QUIET_MODULES + height; row += 1) {
      const start = row * side + QUIET_MODULES + x;
      modules.fill(0, start, start + width);
    }
  }
  return sharp(modules, { raw: { width: side, height: side, channels: 1 } })
    .resize(side * scale, side * scale, { kernel: 'nearest' })
    .png()
    .toBuffer();
}
