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

/**
 * The masters of all photos, made once and found again by every later build of the same files. Never throws for a
 * bad photo. One at a time: a large one takes some hundred megabytes.
 */
export async function photoMasters(
  products: readonly Pick<Product, 'slug' | 'photo'>[],
): Promise<PhotoMasters> {
  const result: PhotoMasters = { masters: new Map(), faults: [] };
  for (const { slug, photo } of products) {
    if (photo === null) continue;
    try {
      result.masters.set(slug, await master(photo));
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
      const message = `no picture can be made of this photo (${reason}), so a drawing is shown; open it, export it anew as JPEG and put it in its place`;
      result.faults.push({ slug, photo, message });
    }
  }
  return result;
}

/** @throws where the file cannot be read through to its end as a picture */
async function master(photo: string): Promise<string> {
  const bytes = await readFile(photo);
  const dir = path.resolve(buildCacheDir, 'photos');
  const input = [bytes, JSON.stringify([LARGEST, QUALITY, sharp.versions])];
  return cachedFile({ dir, extension: 'webp', input }, () =>
    // Orientation is applied and colours become sRGB before the notes of the camera are left out.
    sharp(bytes)
      .autoOrient()
      .resize({ ...LARGEST, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: QUALITY })
      .toBuffer(),
  );
}
