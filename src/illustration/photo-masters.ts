/**
 * Producers' photos made ready for the build: upright, in sRGB, no wider than any page shows, and without a word
 * of what the camera wrote beside the picture. The files of content/ themselves go no further than here, for
 * in them may stand where and when, and on whose telephone, they were taken.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { buildCacheDir, cachedFile } from '../build-cache/build-cache.ts';
import type { Product } from '../record/types.ts';

/** A photo that no picture could be made of. Its product is shown with a drawing. */
export interface PhotoFault {
  slug: string;
  /** Absolute path of the photo. */
  photo: string;
  /** What is wrong and what to do, for the person who keeps the record. */
  message: string;
}

export interface PhotoMasters {
  /** Product slug → absolute path of its master, a WebP. */
  masters: Map<string, string>;
  faults: PhotoFault[];
}

/** Pixels: the widest page picture has 1080, the one for shared links 1200. */
const LARGEST = { width: 1600, height: 3200 };
const QUALITY = 90;

/** The photo itself is at fault; anything else that fails, a full disk say, is no reason to show a drawing. */
class UnreadablePhoto extends Error {}

/**
 * The masters of all photos, made once and found again by every later build of the same files. One at a time: a
 * large one takes some hundred megabytes. A bad photo is a fault in the answer.
 * @param cacheDir where masters are kept
 * @throws where a master cannot be written
 */
export async function photoMasters(
  products: readonly Pick<Product, 'slug' | 'photo'>[],
  cacheDir = path.resolve(buildCacheDir, 'photos'),
): Promise<PhotoMasters> {
  const result: PhotoMasters = { masters: new Map(), faults: [] };
  for (const { slug, photo } of products) {
    if (photo === null) continue;
    try {
      result.masters.set(slug, await master(photo, cacheDir));
    } catch (error) {
      if (!(error instanceof UnreadablePhoto)) throw error;
      const message = `no picture can be made of this photo (${error.message}), so a drawing is shown; open it, export it anew as JPEG and put it in its place`;
      result.faults.push({ slug, photo, message });
    }
  }
  return result;
}

/** @throws UnreadablePhoto where the file cannot be read through to its end as a picture */
async function master(photo: string, dir: string): Promise<string> {
  const bytes = await readFile(photo).catch(unreadable);
  const input = [bytes, JSON.stringify([LARGEST, QUALITY, sharp.versions])];
  return cachedFile({ dir, extension: 'webp', input }, () => cleaned(bytes).catch(unreadable));
}

/** Orientation is applied and colours become sRGB before the notes of the camera are left out. */
async function cleaned(photo: Uint8Array): Promise<Uint8Array> {
  // Of an empty file sharp tells at once instead of in its answer: hence async.
  return sharp(photo)
    .autoOrient()
    .resize({ ...LARGEST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: QUALITY })
    .toBuffer();
}

function unreadable(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new UnreadablePhoto(reason.split('\n')[0]);
}
