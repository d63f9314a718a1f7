import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { atBuild, originals } from 'virtual:product-photos';
import { builtPhoto } from '../record/snapshot.server.ts';
import type { PhotoFiles } from '../record/snapshot.ts';

/** Widths in pixels a photo is made in: tiles and search results, stamp pages, the product's own page. */
const WIDTHS = [240, 256, 360, 480, 720, 1080] as const;

export type PhotoWidth = (typeof WIDTHS)[number];

/**
 * The producer's photo of a product, or null: then pages show a drawing. While the site is built (and
 * under `astro dev`) the sizes are made; a built site reads which files there are.
 */
export async function photoOf(slug: string): Promise<PhotoFiles | null> {
  return atBuild ? made(slug) : builtPhoto(slug);
}

/** Address of a photo in the wanted width, or in the next one there is. */
export function photoFile({ files }: PhotoFiles, width: PhotoWidth): string {
  const found = files.find((file) => file.width >= width) ?? files.at(-1);
  if (!found) throw new Error('A photo without files');
  return found.src;
}

/** Files of every photo, by the product's slug, for the snapshot of the build. */
export async function allPhotos(): Promise<Record<string, PhotoFiles | null>> {
  const slugs = Object.keys(originals);
  return Object.fromEntries(await Promise.all(slugs.map(async (slug) => [slug, await made(slug)] as const)));
}

async function made(slug: string): Promise<PhotoFiles | null> {
  const original = originals[slug];
  if (!original) return null;
  const narrowest = await inWidth(original, WIDTHS[0]);
  // Read from here and not from `original`: Astro publishes an original whose properties are read.
  const { width, height } = narrowest.rawOptions.src as ImageMetadata;
  // A small photo is not blown up; its own width is then the largest.
  const widths = [...new Set(WIDTHS.map((wanted) => Math.min(wanted, width)))];
  const files = widths.map(async (wanted) => ({ width: wanted, src: (await inWidth(original, wanted)).src }));
  return { width, height, files: await Promise.all(files) };
}

/** The producer's photo as it is shared, JPEG 1200 × 630; null where there is none. While the site is built. */
export async function sharePhoto(slug: string): Promise<string | null> {
  const src = originals[slug];
  if (!src) return null;
  const { src: address } = await getImage({ src, width: 1200, height: 630, fit: 'cover', format: 'jpeg' });
  return address;
}

const inWidth = (src: ImageMetadata, width: number) => getImage({ src, width, format: 'webp' });
