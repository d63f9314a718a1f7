import sharp from 'sharp';
import { PHOTO_BYTES, photoKind } from './photo.ts';

/** A photo as it is kept, or why it cannot be. */
export type PhotoReading =
  | { ok: true; jpeg: Buffer | null }
  | { ok: false; reason: 'too-large' | 'heic' | 'not-a-photo' | 'unreadable' };

/** Longest side in pixels: a label is read well at this size. */
const SIDE = 1_600;
/** Phones make pictures of 108 million pixels; a file that unpacks to more is no photo. */
const MOST_PIXELS = 120_000_000;

/**
 * Reads the photo of a form and makes it anew: turned upright, at most 1,600 pixels, JPEG, without
 * anything the phone wrote beside the picture (place, time, owner). No file is `jpeg: null`.
 */
export async function readPhoto(sent: FormDataEntryValue | null): Promise<PhotoReading> {
  if (!(sent instanceof File) || sent.size === 0) return { ok: true, jpeg: null };
  if (sent.size > PHOTO_BYTES) return { ok: false, reason: 'too-large' };
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const kind = photoKind(bytes);
  // The prebuilt decoder has no HEVC, which is under patents.
  if (kind === 'heic') return { ok: false, reason: 'heic' };
  if (kind === 'other') return { ok: false, reason: 'not-a-photo' };
  return oneAtATime(async () => {
    try {
      const jpeg = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .autoOrient()
        .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 78 })
        .timeout({ seconds: 20 })
        .toBuffer();
      return { ok: true, jpeg };
    } catch {
      // Whatever a decoder minds in a stranger's file, it is the file.
      return { ok: false, reason: 'unreadable' };
    }
  });
}

/** Photos are unpacked one after another: a hundred at once must not take the memory of the site. */
let last: Promise<unknown> = Promise.resolve();

function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
