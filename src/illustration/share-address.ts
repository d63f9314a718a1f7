import type { Motif } from './drawing.ts';

/** Site-relative address of the picture of a drawing for shared links. */
export function sharePictureAddress(motif: Motif): string {
  return `/og/${motif}.png`;
}
