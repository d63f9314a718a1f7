/** What a file is by its first bytes; a name or a type given along proves nothing. */
export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'other';

/** What can be wrong with a file that was sent as a photo. */
export const photoProblems = ['too-large', 'heic', 'not-a-photo', 'unreadable'] as const;

export type PhotoProblem = (typeof photoProblems)[number];

/** Six megabytes: more than a phone's camera makes of a stamp, and less than minutes on a weak line. */
export const PHOTO_BYTES = 6 * 1024 * 1024;

/** Brands of the HEIF family that iPhones write (ISO/IEC 23008-12, 10.2). */
const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** Tells the kinds of photo that may be sent from everything else. */
export function photoKind(bytes: Uint8Array): PhotoKind {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) === 'ftyp' && heifBrands.has(text(8, 12))) return 'heic';
  return 'other';
}
