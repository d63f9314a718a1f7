import type { ImageMetadata } from 'astro';
import type { Product } from '../record/types.ts';

const files = import.meta.glob<ImageMetadata>('/content/products/*/*.{jpg,jpeg,png,webp}', {
  eager: true,
  import: 'default',
});

/** `content/products/<slug>/<file>`, the part of a path that is the same on every machine. */
function placeOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').slice(-3).join('/');
}

const byPlace = new Map(Object.entries(files).map(([path, image]) => [placeOf(path), image]));

/**
 * The producer's photo as an image Astro can resize, or null: then the page shows a drawing.
 * Photos of a content folder elsewhere (CONTENT_DIR) lie outside the build and give null too.
 */
export function photoOf(product: Product): ImageMetadata | null {
  return product.photo === null ? null : (byPlace.get(placeOf(product.photo)) ?? null);
}
