import { box, circle, ellipse, ink, leaf, line, path, shadow } from './shapes.ts';

const remedy =
  shadow(100, 62) +
  path(ink.leafDark, 'M36 66h66v100H36z') +
  path(ink.leaf, 'M36 66l14-16h66l-14 16z') +
  path(ink.glazeLight, 'M102 66l14-16v100l-14 16z') +
  box(ink.cream, 46, 84, 46, 52, 3) +
  leaf(ink.leafDark, 69, 128, 36, 0) +
  leaf(ink.leaf, 69, 126, 22, -46) +
  leaf(ink.leaf, 69, 126, 22, 46) +
  path(ink.honeyDark, 'M126 104h36q8 4 8 12v42q0 8-8 8h-36q-8 0-8-8v-42q0-8 8-12z') +
  box(ink.cream, 124, 88, 40, 17, 4) +
  box(ink.cream, 118, 122, 52, 28) +
  line(ink.honeyDark, 3, 'M126 132h34M126 141h22');

const cordyceps =
  shadow(100, 48) +
  path(ink.glass, 'M58 62h84q10 8 10 20v70q0 14-14 14H62q-14 0-14-14V82q0-12 10-20z') +
  line(
    ink.honey,
    8,
    'M70 146q-4-30 2-56M86 146q4-34-4-62M102 146q-2-30 4-66M118 146q4-26-2-52M132 146q-2-24 2-44',
  ) +
  [
    [72, 88],
    [82, 82],
    [106, 78],
    [116, 92],
    [134, 100],
  ]
    .map(([x, y]) => circle(ink.honeyDark, x ?? 0, y ?? 0, 6))
    .join('') +
  path(ink.paper, 'M48 138q26-8 52 0t52 0v14q0 14-14 14H62q-14 0-14-14z') +
  box(ink.glaze, 50, 42, 100, 20, 6) +
  line(ink.glazeLight, 4, 'M54 56h92') +
  line(ink.white, 4, 'M58 84v44');

const cosmetic =
  shadow(100, 64) +
  box(ink.cream, 34, 122, 78, 44, 8) +
  box(ink.lotus, 30, 104, 86, 22, 6) +
  line(ink.lotusDark, 3, 'M36 119h74') +
  leaf(ink.leaf, 73, 158, 26, -30) +
  leaf(ink.leafDark, 73, 158, 26, 30) +
  path(ink.lotusLight, 'M128 84h30q10 4 10 14v60q0 8-8 8h-34q-8 0-8-8V98q0-10 10-14z') +
  box(ink.white, 118, 112, 50, 30) +
  box(ink.glaze, 132, 56, 22, 30, 5) +
  box(ink.clayLight, 128, 74, 30, 12, 3) +
  circle(ink.lotus, 143, 127, 8);

const oil =
  shadow(100, 44) +
  path(ink.honeyDark, 'M72 86h56q14 8 14 24v44q0 12-12 12H70q-12 0-12-12v-44q0-16 14-24z') +
  box(ink.cream, 58, 112, 84, 36) +
  box(ink.dark, 80, 62, 40, 24, 4) +
  path(ink.red, 'M88 62q-4-30 12-34 16 4 12 34z') +
  path(ink.honey, 'M100 118q10 14 0 22-10-8 0-22z') +
  line(ink.honeyLight, 4, 'M68 108q0-12 8-14') +
  line(ink.leafDark, 4, 'M152 164q14-40 4-80') +
  leaf(ink.leaf, 158, 130, 30, 50) +
  leaf(ink.leaf, 160, 110, 28, -46) +
  leaf(ink.leafLight, 157, 90, 28, 14) +
  ellipse(ink.leafDark, 46, 160, 12, 5, -14);

/** Drawings of the herbal sets. */
export const herbMotifs = { remedy, cordyceps, cosmetic, oil };
