import sharp from 'sharp';
import { encode } from 'uqr';

/** Pixels of one dark or light square: large enough to be read from a screen, and saved to be read by a bank's app. */
const SCALE = 8;

/** The light margin a reader needs, in squares. */
const QUIET_ZONE = 4;

/** A QR code as a PNG of two colours. */
export async function qrPicture(text: string): Promise<Buffer<ArrayBuffer>> {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const pixels = Buffer.alloc(size * size);
  for (const [y, row] of data.entries()) {
    for (const [x, isDark] of row.entries()) pixels[y * size + x] = isDark ? 0 : 255;
  }
  const picture = sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * SCALE, size * SCALE, { kernel: 'nearest' })
    .png({ palette: true, colours: 2 });
  return Buffer.from(await picture.toBuffer());
}
