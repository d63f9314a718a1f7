/** What lies beside a product's text: one photo, and nothing else. */
import { join } from 'node:path';
import type { ContentProblem } from './problems.ts';
import type { Entry } from './read.ts';

const PHOTO = /^photo\.(?:jpe?g|png|webp|avif)$/i;
const PICTURE = /\.(?:jpe?g|jfif|png|webp|avif|gif|tiff?|bmp|hei[cf]|svg|dng|cr2|nef|arw)$/i;
const HEIC = /\.hei[cf]$/i;

/**
 * The product's photo as an absolute path, or null where it has none. Whatever else lies there is told: a
 * picture nobody shows would be missed by nobody but its maker.
 * @param folder of the product, from `root`
 */
export function photoOf(
  root: string,
  folder: string,
  inside: readonly Entry[],
  problems: ContentProblem[],
): string | null {
  const photos: string[] = [];
  for (const { name, kind } of inside) {
    if (name === 'product.yaml') continue;
    if (kind === 'file' && PHOTO.test(name)) photos.push(name);
    else problems.push({ file: `${folder}/${name}`, field: '', message: whyNot(name, kind) });
  }
  const [photo, ...more] = photos;
  for (const name of more) {
    const message = `${photo} is the photo of this product; keep one of them`;
    problems.push({ file: `${folder}/${name}`, field: '', message });
  }
  return photo === undefined ? null : join(root, folder, photo);
}

function whyNot(name: string, kind: Entry['kind']): string {
  if (kind === 'nothing') return 'this link leads to nothing; take it out or put back what it led to';
  if (kind === 'folder') return 'only product.yaml and one photo belong here; take this folder out';
  if (HEIC.test(name)) {
    return 'browsers do not show HEIC, the format of iPhones; open it and export it as JPEG (Photos: File, Export), named photo.jpg';
  }
  if (PICTURE.test(name)) {
    return 'the photo of a product is called photo.jpg (or .jpeg, .png, .webp, .avif); rename it or export it as one of these, or take it out';
  }
  return 'only product.yaml and one photo belong here; take this file out';
}
