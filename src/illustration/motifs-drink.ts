import { box, circle, ellipse, ink, leaf, line, path, ring, shadow } from './shapes.ts';

const tea =
  shadow(96, 66) +
  line(ink.glaze, 8, 'M64 98q-6-52 34-52t34 52') +
  path(ink.glaze, 'M46 104q40-16 102 0l22-22 8 6q-14 20-24 42-4 36-34 36H72q-34-4-34-36 0-16 8-26z') +
  path(ink.glazeLight, 'M46 104q40-16 102 0-4 16-16 8t-18 8-18-4-16 8-18-6-14-8z') +
  ellipse(ink.glazeDark, 97, 98, 30, 6) +
  circle(ink.clay, 97, 88, 7) +
  line(ink.clayLight, 4, 'M54 128q2 14 10 20') +
  path(ink.cream, 'M140 142h40q-2 18-12 24h-16q-10-6-12-24z') +
  ellipse(ink.leafLight, 160, 142, 20, 4.5);

const petal = ellipse(ink.honeyLight, 100, 66, 11, 20);
const herbTea =
  shadow(100, 58) +
  line(ink.white, 4, 'M66 46q-8-10 0-20M136 46q-8-10 0-20') +
  path(ink.cream, 'M40 92h120q-2 52-40 70H80Q42 144 40 92z') +
  line(ink.cream, 9, 'M156 104q28-2 22 20t-32 18') +
  ellipse(ink.honey, 100, 92, 60, 13) +
  `<g transform="matrix(.82 0 0 .4 18 54)">${ring(8, 100, 88, petal)}${circle(ink.honeyDark, 100, 88, 11)}</g>` +
  line(ink.leaf, 4, 'M52 112q48 16 96 0') +
  leaf(ink.leafDark, 100, 142, 20, -60) +
  leaf(ink.leaf, 100, 142, 20, 60) +
  box(ink.paper, 74, 160, 52, 7, 3);

const coffee =
  shadow(100, 54) +
  box(ink.clayLight, 54, 78, 92, 8, 4) +
  path('#b9b4aa', 'M66 34h68l-5 44H71z') +
  path('#8f8a80', 'M66 34h68l-1 9H67z') +
  box('#b9b4aa', 58, 26, 84, 9, 4) +
  circle('#8f8a80', 100, 23, 6) +
  path(ink.glass, 'M60 88h80l-8 72q-1 6-7 6H75q-6 0-7-6z') +
  path(ink.glazeDark, 'M64 122h72l-4 38q-1 6-7 6H75q-6 0-7-6z') +
  path(ink.clay, 'M65.5 136h69l-2.5 24q-1 6-7 6H75q-6 0-7-6z') +
  path(ink.glazeDark, 'M98 86h4v36h-4z') +
  line(ink.white, 4, 'M74 98l4 48') +
  ellipse(ink.glaze, 44, 158, 9, 6, -24) +
  ellipse(ink.glazeDark, 158, 160, 9, 6, 20);

const spirit =
  shadow(96, 60) +
  path(ink.cream, 'M78 50h24q-2 16 10 26 22 18 22 46 0 32-22 44H68q-22-12-22-44 0-28 22-46 12-10 10-26z') +
  path(
    ink.glaze,
    'M78 50h24q-2 16 10 26 16 13 20 32-10 8-16-2t-14 6-14-2-12 6-14-8-15 0q4-19 21-32 12-10 10-26z',
  ) +
  path(ink.straw, 'M80 30q10-10 20 0l4 20H76z') +
  line(ink.strawDark, 3, 'M80 44h20') +
  line(ink.waterDark, 3, 'M66 138q8-8 14 0t14 0 14 0') +
  path(ink.clay, 'M138 140h34q0 20-10 26h-14q-10-6-10-26z') +
  ellipse(ink.white, 155, 140, 17, 4);

const infusion =
  shadow(100, 50) +
  path(ink.glass, 'M84 32h32v34q30 12 30 46v42q0 12-12 12H66q-12 0-12-12v-42q0-34 30-46z') +
  path(ink.lotusDark, 'M56 100q40 12 88 0 2 6 2 12v42q0 12-12 12H66q-12 0-12-12v-42q0-6 2-12z') +
  box(ink.clay, 80, 22, 40, 18, 4) +
  [
    [72, 148],
    [92, 152],
    [113, 148],
    [131, 152],
    [82, 132],
    [104, 134],
    [124, 134],
  ]
    .map(([x, y]) => circle(ink.glazeDark, x ?? 0, y ?? 0, 10))
    .join('') +
  [
    [70, 145],
    [90, 149],
    [111, 145],
    [80, 129],
    [102, 131],
  ]
    .map(([x, y]) => circle(ink.lotusLight, x ?? 0, y ?? 0, 2.5))
    .join('') +
  line(ink.white, 5, 'M64 112q0-18 14-28');

const water =
  shadow(100, 40) +
  path(ink.waterLight, 'M84 40h32v14q18 10 18 30v74q0 8-8 8H74q-8 0-8-8V84q0-20 18-30z') +
  path(ink.water, 'M66 84q34 8 68 0v74q0 8-8 8H74q-8 0-8-8z') +
  box(ink.waterDark, 82, 26, 36, 16, 4) +
  box(ink.white, 66, 98, 68, 40) +
  path(ink.waterDark, 'M66 138l18-24 14 14 16-22 20 32z') +
  circle(ink.honeyLight, 84, 108, 5) +
  line(ink.white, 4, 'M74 84q2-10 8-14');

const softDrink =
  shadow(100, 40) +
  line(ink.red, 5, 'M112 100l16-72 20-6') +
  path(ink.glass, 'M60 58h80l-9 102q0 6-7 6H76q-7 0-7-6z') +
  path(ink.leafLight, 'M62.5 82h75l-6.5 78q0 6-7 6H76q-7 0-7-6z') +
  box(ink.white, 78, 96, 22, 22, 4) +
  box(ink.white, 100, 122, 20, 20, 4) +
  circle(ink.leaf, 140, 62, 24) +
  circle(ink.cream, 140, 62, 19) +
  ring(6, 140, 62, path(ink.leafLight, 'M138 59l-6-12q8-5 16 0l-6 12z')) +
  line(ink.white, 4, 'M72 92l5 54');

/** Drawings of the tea, coffee and drink sets. */
export const drinkMotifs = { tea, herbTea, coffee, spirit, infusion, water, softDrink };
