import sharp from 'sharp';
import { MedusaError } from '@medusajs/framework/utils';

/** A raster picture by its content, with the ending and the media type it is kept under. */
export interface Picture {
  ending: 'png' | 'jpg' | 'webp' | 'avif';
  type: string;
}

const png: Picture = { ending: 'png', type: 'image/png' };
const jpeg: Picture = { ending: 'jpg', type: 'image/jpeg' };
const webp: Picture = { ending: 'webp', type: 'image/webp' };
const avif: Picture = { ending: 'avif', type: 'image/avif' };

/** More than any camera takes; what a file claims beyond is made to cost whoever opens it. */
const MOST_PIXELS = 200_000_000;

/** The picture a file is, by its content and never by its name; null for everything else (SVG, HTML, GIF …). */
export async function pictureOf(file: Buffer): Promise<Picture | null> {
  const claimed = byFirstBytes(file);
  if (claimed === null) return null;
  try {
    // The first bytes come before sharp: it would lay out an SVG to tell its size.
    const { width, height } = await sharp(file, { limitInputPixels: MOST_PIXELS }).metadata();
    return width * height <= MOST_PIXELS ? claimed : null;
  } catch {
    // Whatever a decoder minds, the file is no picture.
    return null;
  }
}

function byFirstBytes(file: Buffer): Picture | null {
  const text = file.subarray(0, 16).toString('latin1');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return png;
  if (text.startsWith('\xff\xd8\xff')) return jpeg;
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return webp;
  return /^ftypavi[fs]/.test(text.slice(4)) ? avif : null;
}

/** Whether a file is a table of text, such as products to import: UTF-8, and no markup. */
export function isTable(
  file: Buffer,
  { filename, mimeType }: { filename: string; mimeType: string },
): boolean {
  if (!/\.csv$/i.test(filename) && !/^(text|application)\/(csv|vnd\.ms-excel)\b/i.test(mimeType))
    return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
    return !text.includes('\0') && !text.trimStart().startsWith('<');
  } catch {
    return false;
  }
}

/** What is thrown where a file may not be kept for everybody: answered as 400. */
export function notAPicture(filename: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `"${filename.slice(0, 100)}" was not saved: it is no PNG, JPEG, WebP or AVIF picture by its content. ` +
      'Drawings (SVG) and pages (HTML) may hold programs: save them as PNG. Tables to import are CSV in UTF-8.',
  );
}

/** The bytes of a file as Medusa hands them on: base 64, else text, else one character a byte. */
export function contentOf({ content, mimeType }: { content: string; mimeType?: string }): Buffer {
  const decoded = Buffer.from(content, 'base64');
  if (decoded.toString('base64') === content) return decoded;
  return Buffer.from(content, /^text\/|csv|json|xml/.test(mimeType ?? '') ? 'utf8' : 'latin1');
}
