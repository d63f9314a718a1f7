import { log } from '../../log/logger.ts';
import { decodeInProcess } from './photo-process.server.ts';
import { createPhotoQueue } from './photo-queue.ts';
import { PHOTO_BYTES, photoKind } from './photo.ts';
import type { PhotoKind } from './photo.ts';

/** Kinds of file that can be decoded here. */
type Decodable = Extract<PhotoKind, 'jpeg' | 'png' | 'webp'>;

/** A file by its size and its first bytes, not decoded yet; no file is `photo: null`. */
export type PhotoCheck =
  | { ok: true; photo: { bytes: Uint8Array; kind: Decodable } | null }
  | { ok: false; reason: 'too-large' | 'heic' | 'not-a-photo' };

/** A photo as it is stored; `busy`: too many are being decoded, the same file may be sent again soon. */
export type PhotoReading = { ok: true; jpeg: Buffer } | { ok: false; reason: 'unreadable' | 'busy' };

/** Longest side in pixels: a label is read well at this size. */
const SIDE = 1_600;
/**
 * Most pixels of a picture, which decide what decoding costs. A baseline JPEG is shrunk while it is
 * read, so the 108 million of a phone take 0.2 s and little memory. PNG, WebP and progressive JPEG
 * are unpacked whole: 24 million take up to 0.3 s and 100 MB.
 */
const MOST_PIXELS = { shrunk: 120_000_000, whole: 24_000_000 } as const;
/**
 * Bytes a picture may unpack to for each byte sent, above four million pixels. Photos come to 20 to
 * 200, flat screenshots to some hundred; a file made to cost time to 10,000 and more.
 */
const MOST_UNPACKED = 1_000;
const SMALL_PIXELS = 4_000_000;

/** Photos waiting for their turn beside the one being decoded. */
const WAITING = 4;
/** `Retry-After` of an answer to a photo that found no place in the queue. */
export const PHOTO_RETRY_SECONDS = 20;

const queue = createPhotoQueue(WAITING);

/** What can be told of the file of a form without decoding it; costs nothing to speak of. */
export async function checkPhoto(sent: FormDataEntryValue | null): Promise<PhotoCheck> {
  if (!(sent instanceof File) || sent.size === 0) return { ok: true, photo: null };
  if (sent.size > PHOTO_BYTES) return { ok: false, reason: 'too-large' };
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const kind = photoKind(bytes);
  // The prebuilt decoder has no HEVC, which is under patents.
  if (kind === 'heic') return { ok: false, reason: 'heic' };
  if (kind === 'other') return { ok: false, reason: 'not-a-photo' };
  return { ok: true, photo: { bytes, kind } };
}

const limits = {
  side: SIDE,
  mostPixels: MOST_PIXELS,
  mostUnpacked: MOST_UNPACKED,
  smallPixels: SMALL_PIXELS,
};

/**
 * Makes a photo anew: turned upright, at most 1,600 pixels, JPEG, without anything the phone wrote
 * beside the picture (place, time, owner). Pictures are decoded one after another, each in a process of its
 * own; size and number of pixels are checked by the file's header first.
 */
export async function reencodePhoto(bytes: Uint8Array): Promise<PhotoReading> {
  const jpeg = await queue(() => decodeInProcess(bytes, limits)).catch((err: unknown) => {
    // No process could be started: it is not the picture's fault, and a report without one still goes.
    log.error({ err }, 'A photo could not be decoded.');
    return { ok: false as const };
  });
  if (!jpeg.ok) return { ok: false, reason: 'busy' };
  return jpeg.value ? { ok: true, jpeg: jpeg.value } : { ok: false, reason: 'unreadable' };
}
