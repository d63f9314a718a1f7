import { box, circle, ellipse, ink, leaf, line, path, ring, shadow } from './shapes.ts';

/** Goods that their set's drawing would show as something else. */

const enoki =
  shadow(100, 52) +
  line(
    ink.cream,
    6,
    'M84 150q-2-50-22-78M92 150q0-60-10-92M100 150V50M108 150q0-60 12-88M116 150q2-46 24-70',
  ) +
  line(ink.paper, 4, 'M88 150q-2-56-16-84M104 150q0-64 6-92M112 150q2-52 20-76') +
  [
    [62, 70],
    [72, 62],
    [82, 54],
    [100, 46],
    [111, 56],
    [121, 60],
    [132, 72],
    [141, 78],
  ]
    .map(([x, y]) => ellipse(ink.honeyLight, x ?? 0, y ?? 0, 8, 6))
    .join('') +
  path(ink.clayLight, 'M76 142h48l6 24H70z');

const kingOyster =
  shadow(100, 62) +
  path(ink.cream, 'M46 96q-4 44-16 62 16 12 36 4 4-30 0-66z') +
  path(ink.clay, 'M34 98q4-24 26-24t24 24q-26 10-50 0z') +
  path(ink.cream, 'M88 74q0 50-14 86 24 12 52 0-10-40-8-86z') +
  path(ink.clay, 'M70 78q6-32 34-32t34 32q-36 12-68 0z') +
  path(ink.paper, 'M140 104q2 34-8 56 18 8 34-2-6-22-4-54z') +
  path(ink.clayLight, 'M126 106q4-22 24-22t24 22q-26 10-48 0z');

const nest =
  shadow(100, 62) +
  path(ink.clayDark, 'M30 140h140l-10 24q-2 4-8 4H48q-6 0-8-4z') +
  path(ink.cream, 'M36 134q-4-40 30-52 34-10 68 0 34 12 30 52-64 22-128 0z') +
  ellipse(ink.paper, 100, 104, 46, 19) +
  ellipse(ink.straw, 100, 108, 34, 11) +
  line(
    ink.straw,
    2.5,
    'M44 128q26-6 40 10M60 92q-14 12-12 36M84 138q30 6 60-14M152 98q10 14 4 30M70 132q34-10 78 0M66 88q34-12 68 0M48 112q10 14 30 20',
  ) +
  line(ink.white, 3, 'M52 120q22 18 54 18M118 136q26-4 34-20M76 84q24-6 46 0');

const hamRoll =
  shadow(100, 72) +
  path(ink.leafDark, 'M28 96q0-14 14-16l92-12q12 0 12 34t-10 40l-92 18q-16 0-16-20z') +
  path(ink.leaf, 'M28 96q0-14 14-16l92-12q8 0 10 14L30 104z') +
  line(ink.cream, 4, 'M52 78l4 80M82 74l4 78M112 70l4 76') +
  circle(ink.lotusLight, 142, 126, 36) +
  circle(ink.cream, 142, 126, 29) +
  circle(ink.white, 142, 126, 19) +
  circle(ink.honey, 142, 126, 12);

/** A glass jar with what is in it; the label stays plain. */
const jarOf = (content: string, specks: string, label: string) =>
  shadow(100, 52) +
  path(ink.glass, 'M56 66h88q10 8 10 20v66q0 14-14 14H60q-14 0-14-14V86q0-12 10-20z') +
  path(content, 'M46 92q28-10 54 0t54-2v62q0 14-14 14H60q-14 0-14-14z') +
  line(specks, 3, 'M56 104q10-8 20 2M120 100q12-4 24 4M58 156q14-8 26 0M116 158q14-8 28-2') +
  box(ink.straw, 50, 44, 100, 22, 6) +
  line(ink.strawDark, 4, 'M54 60h92') +
  box(ink.cream, 60, 106, 80, 42, 4) +
  label;

const jar = jarOf(ink.redDark, ink.honeyLight, line(ink.clay, 4, 'M72 120h56M72 134h36'));

const flossJar = jarOf(ink.honey, ink.honeyLight, line(ink.clay, 4, 'M72 120h56M72 134h36'));

const shrimpJar = jarOf(
  ink.honey,
  ink.honeyLight,
  line(ink.red, 9, 'M84 140q-10-20 10-24 22-2 26 14') +
    line(ink.redDark, 3, 'M120 130l12 8M84 140l-8 6M120 128q10-10 16-8'),
);

const nuts =
  shadow(100, 66) +
  circle(ink.glazeLight, 62, 128, 34) +
  circle(ink.glaze, 138, 130, 32) +
  circle(ink.clayDark, 100, 92, 34) +
  line(ink.glazeDark, 4, 'M40 118q22-16 44 0M116 122q22-14 44 0M78 84q22-14 44 0') +
  circle(ink.cream, 100, 142, 22) +
  path(ink.paper, 'M82 146q18 16 36 0-4 18-18 18t-18-18z');

const teaBags =
  shadow(104, 66) +
  box(ink.leaf, 34, 62, 92, 104, 4) +
  box(ink.leafDark, 34, 62, 92, 20, 4) +
  box(ink.cream, 48, 96, 64, 50, 3) +
  leaf(ink.leafDark, 80, 140, 34, 0) +
  leaf(ink.leaf, 80, 138, 24, 50) +
  line(ink.clayDark, 2, 'M152 124q-8-50 14-78') +
  box(ink.honey, 156, 34, 22, 22, 2) +
  path(ink.cream, 'M134 124h34l6 42h-46z') +
  path(ink.clayLight, 'M136 140h33l4 22h-43z');

const liquor =
  shadow(100, 44) +
  path(ink.glass, 'M84 30h32v30q28 10 28 38v58q0 10-10 10H66q-10 0-10-10V98q0-28 28-38z') +
  path(ink.honey, 'M56 98q44-10 88 0v58q0 10-10 10H66q-10 0-10-10z') +
  box(ink.red, 80, 20, 40, 18, 4) +
  box(ink.cream, 64, 104, 72, 44, 3) +
  line(ink.clay, 4, 'M76 118h48M76 132h30');

const vials =
  shadow(100, 66) +
  box(ink.redDark, 28, 84, 144, 82, 5) +
  box(ink.red, 28, 132, 144, 34, 5) +
  [50, 84, 118, 150]
    .map(
      (x) =>
        box(ink.glaze, x - 12, 70, 24, 66, 5) +
        box(ink.honey, x - 9, 52, 18, 20, 3) +
        box(ink.cream, x - 12, 92, 24, 26),
    )
    .join('') +
  line(ink.honeyLight, 4, 'M64 150h72');

const crock =
  shadow(100, 58) +
  path(ink.glazeLight, 'M56 58q-16 20-16 52 0 40 22 56h76q22-16 22-56 0-32-16-52z') +
  path(ink.glaze, 'M56 58q-13 16-15 42 10 8 18-1t16 4 16 0 16 2 14-4 16 6 22-9q-2-24-15-40z') +
  box(ink.glazeDark, 48, 46, 104, 15, 7) +
  ellipse(ink.clayLight, 100, 46, 44, 7) +
  line(ink.clayDark, 3, 'M46 126q54 14 108 0');

const plainPot =
  shadow(100, 50) +
  path(ink.clay, 'M74 46q0 16-14 30c-28 24-22 72 10 90h60c32-18 38-66 10-90q-14-14-14-30z') +
  path(ink.glaze, 'M74 46q0 16-14 30c-9 8-15 18-18 30q58 14 116 0c-3-12-9-22-18-30q-14-14-14-30z') +
  ellipse(ink.glazeDark, 100, 45, 31, 8) +
  ellipse(ink.glazeLight, 100, 41, 31, 8) +
  ellipse(ink.glazeDark, 100, 41, 23, 5) +
  line(ink.clayDark, 3, 'M44 124q56 12 112 0') +
  line(ink.glazeLight, 5, 'M58 96q4-10 12-17');

/** A plain parcel with the symbol of a group on its label: for what no drawing shows. */
const parcel = (symbol: string) =>
  shadow(100, 58) +
  box(ink.clayLight, 44, 58, 112, 108, 4) +
  path(ink.clay, 'M44 62q0-4 4-4h104q4 0 4 4l-10 22H54z') +
  line(ink.clayDark, 3, 'M100 58v26') +
  circle(ink.cream, 100, 124, 30) +
  symbol;

const parcelFood = parcel(
  path(ink.waterDark, 'M78 122h44q-2 20-22 20t-22-20z') +
    line(ink.leafDark, 4, 'M92 114q-4-6 0-12M106 114q-4-6 0-12'),
);
const parcelDrink = parcel(
  path(ink.waterDark, 'M84 108h32l-5 34H89z') + path(ink.waterLight, 'M86 118h28l-1 8H87z'),
);
const parcelHerb = parcel(leaf(ink.leafDark, 100, 144, 40, 0) + leaf(ink.leaf, 100, 142, 28, 52));
const parcelCraft = parcel(path(ink.glaze, 'M92 104h16q0 8 7 14 8 12-4 26H89q-12-14-4-26 7-6 7-14z'));
const parcelNature = parcel(
  ring(6, 100, 122, ellipse(ink.lotus, 100, 109, 6, 9)) + circle(ink.honey, 100, 122, 7),
);
const parcelTravel = parcel(
  path(ink.glaze, 'M76 124l24-20 24 20z') +
    box(ink.clay, 84, 124, 32, 18) +
    box(ink.glazeDark, 95, 130, 10, 12),
);

/** Drawings chosen by what a thing is; see kinds.ts. */
export const kindMotifs = {
  enoki,
  kingOyster,
  nest,
  hamRoll,
  jar,
  flossJar,
  shrimpJar,
  nuts,
  teaBags,
  liquor,
  vials,
  crock,
  plainPot,
  parcelFood,
  parcelDrink,
  parcelHerb,
  parcelCraft,
  parcelNature,
  parcelTravel,
};
