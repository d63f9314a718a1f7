import { box, circle, ellipse, ink, leaf, line, path, shadow } from './shapes.ts';

/** A wicker basket whose rim is at y = 112. */
const basket =
  path(ink.straw, 'M38 112h124l-14 46q-3 8-12 8H64q-9 0-12-8z') +
  line(ink.strawDark, 3, 'M44 128h112M49 144h102M64 114l8 50M88 114l4 50M112 114l-4 50M136 114l-8 50') +
  box(ink.strawDark, 32, 106, 136, 11, 5.5);

const vegetables =
  shadow(100, 62) +
  leaf(ink.leafDark, 72, 112, 64, -24) +
  leaf(ink.leaf, 82, 112, 74, -6) +
  leaf(ink.leafLight, 92, 112, 62, 14) +
  circle(ink.red, 116, 92, 21) +
  circle(ink.honey, 144, 98, 16) +
  line(ink.leafDark, 4, 'M116 73q2-8 9-10') +
  ellipse(ink.white, 58, 98, 13, 19, 20) +
  line(ink.lotus, 3, 'M52 92q4-8 12-8') +
  basket;

const mushrooms =
  shadow(100, 62) +
  path(ink.cream, 'M84 112q6-24 0-46h24q-6 24 2 46z') +
  path(ink.clay, 'M62 70q4-34 34-34t34 34q-34 9-68 0z') +
  path(ink.cream, 'M122 114q4-14 0-28h18q-4 14 2 28z') +
  path(ink.clayDark, 'M110 88q3-24 22-24t22 24q-22 6-44 0z') +
  path(ink.paper, 'M54 114q3-12 0-22h14q-3 10 2 22z') +
  path(ink.clayLight, 'M44 94q3-20 18-20t18 20q-18 5-36 0z') +
  basket;

const seafood =
  shadow(100, 68) +
  ellipse(ink.cream, 100, 152, 76, 17) +
  ellipse(ink.paper, 100, 149, 58, 10) +
  path(ink.waterDark, 'M36 104q30-40 78-30 24 5 40 26l24-20q-6 24 0 46l-26-18q-18 22-42 24-46 3-74-28z') +
  path(ink.waterLight, 'M38 106q30 14 62 12t50-14q-16 24-40 28-46 3-72-26z') +
  path(ink.dark, 'M92 72q14-16 34-12-8 6-10 17z') +
  line(ink.water, 4, 'M72 84q12 18 2 42') +
  circle(ink.white, 57, 99, 5.5) +
  circle(ink.dark, 57, 99, 3);

const eggs =
  shadow(100, 62) +
  ellipse(ink.waterLight, 72, 92, 19, 25, -14) +
  ellipse(ink.white, 128, 92, 19, 25, 14) +
  ellipse(ink.cream, 100, 84, 20, 27) +
  line(ink.strawDark, 3, 'M36 104l-12-8M164 104l14-9M50 104l-8-14M150 102l10-14') +
  basket;

const meat =
  shadow(100, 66) +
  path(ink.clayDark, 'M26 140h148l-8 22H34z') +
  box(ink.clay, 26, 130, 148, 13, 6) +
  path(ink.redDark, 'M46 130q-12-36 14-56 28-20 66-12t38 34q6 20-10 34z') +
  path(ink.lotusLight, 'M46 130q-12-36 14-56 28-20 66-12l-4 9q-30-6-50 8-22 16-16 51z') +
  path(ink.red, 'M70 130q-4-30 14-40t42-6 26 24-6 22z') +
  line(ink.lotusLight, 4, 'M88 124q2-20 22-26M118 126q-4-16 14-22') +
  leaf(ink.leaf, 44, 130, 32, -50) +
  leaf(ink.leafDark, 46, 130, 30, -20);

const rice =
  shadow(100, 58) +
  line(ink.strawDark, 3, 'M100 96q-4-44 24-66M96 96q0-40-26-60') +
  [
    [124, 32, 40],
    [116, 42, 30],
    [130, 46, 60],
    [110, 54, 24],
    [122, 60, 54],
    [106, 68, 18],
    [70, 38, -40],
    [78, 46, -26],
    [64, 50, -60],
    [84, 58, -20],
    [74, 64, -52],
    [90, 72, -14],
  ]
    .map(([x, y, turn]) => ellipse(ink.honeyLight, x ?? 0, y ?? 0, 4.5, 10, turn))
    .join('') +
  path(ink.white, 'M42 106q20-30 58-30t58 30z') +
  ellipse(ink.cream, 100, 106, 58, 8) +
  path(ink.waterDark, 'M38 104h124q-2 46-40 58H78q-38-12-40-58z') +
  path(ink.waterLight, 'M39 114h122l-2 9H41z') +
  box(ink.waterDark, 78, 158, 44, 9, 3) +
  line(ink.waterLight, 3, 'M70 140q8-10 16 0t16 0 16 0 12-2');

const honey =
  shadow(92, 54) +
  path(ink.honey, 'M50 78h84q9 6 9 18v52q0 18-16 18H57q-16 0-16-18V96q0-12 9-18z') +
  path(ink.honeyDark, 'M41 118q20-10 40 0t34 2 28-6v34q0 18-16 18H57q-16 0-16-18z') +
  box(ink.cream, 46, 56, 92, 20, 5) +
  line(ink.straw, 4, 'M48 70h88') +
  path(ink.cream, 'M66 96h52v44H66z') +
  path(ink.honey, 'M92 102l14 8v16l-14 8-14-8v-16z') +
  path(ink.honeyLight, 'M92 108l9 5v10l-9 5-9-5v-10z') +
  line(ink.clayDark, 6, 'M178 44l-22 56') +
  ellipse(ink.clay, 151, 112, 11, 16, 20) +
  line(ink.clayDark, 3, 'M142 105l20 8M140 113l19 7') +
  path(ink.honey, 'M142 124q8 6 10 2 0 22-5 26-6-2-5-28z');

const noodles =
  shadow(100, 56) +
  line(ink.clayDark, 5, 'M120 92l44-58M132 94l46-54') +
  line(ink.white, 4, 'M72 64q-8-10 0-20M96 60q-8-10 0-20') +
  ellipse(ink.honeyLight, 100, 98, 60, 17) +
  line(ink.honey, 3.5, 'M56 96q12-12 26 0t26-2 28 4M64 104q16-10 28 0t30-2M90 90q14-6 30 2') +
  ellipse(ink.leafLight, 72, 94, 7, 4, -20) +
  ellipse(ink.red, 122, 98, 8, 5, 14) +
  leaf(ink.leafDark, 104, 96, 18, 60) +
  path(ink.cream, 'M38 100h124q-2 48-42 64H80q-40-16-42-64z') +
  line(ink.waterDark, 4, 'M46 116h108') +
  line(ink.waterDark, 3, 'M70 134q8-8 15 0t15 0 15 0 15 0') +
  box(ink.paper, 78, 160, 44, 7, 3);

const riceCake =
  shadow(100, 66) +
  path(ink.leafDark, 'M62 66l88-14 22 70-88 20z') +
  path(ink.leaf, 'M30 92l92-12 12 72-90 12q-8 0-9-8z') +
  path(ink.leafLight, 'M30 92l92-12 3 17-92 12z') +
  line(ink.cream, 5, 'M62 88l11 73M94 84l10 71M33 118l94-12M37 140l94-12') +
  line(ink.cream, 4, 'M84 60l6 22M122 54l4 26');

const pouch =
  shadow(100, 50) +
  path(ink.cream, 'M56 40h88l8 120q0 6-6 6H54q-6 0-6-6z') +
  path(ink.leaf, 'M48.5 152l4.5-68q48 22 94 0l4.5 68v8q0 6-6 6H54q-6 0-6-6z') +
  box(ink.leafDark, 54, 40, 92, 12, 2) +
  line(ink.cream, 2, 'M58 46h84') +
  circle(ink.cream, 100, 116, 25) +
  leaf(ink.leafDark, 100, 136, 40, 0) +
  leaf(ink.leaf, 100, 134, 26, -48) +
  leaf(ink.leaf, 100, 134, 26, 48);

const preserve =
  shadow(100, 52) +
  path(ink.glass, 'M56 66h88q10 8 10 20v66q0 14-14 14H60q-14 0-14-14V86q0-12 10-20z') +
  path(ink.clayDark, 'M46 92q28-10 54 0t54-2v62q0 14-14 14H60q-14 0-14-14z') +
  line(ink.clayLight, 3, 'M56 104q10-8 20 2M120 100q12-4 24 4M58 156q14-8 26 0M116 158q14-8 28-2') +
  box(ink.red, 50, 44, 100, 22, 6) +
  line(ink.redDark, 4, 'M54 60h92') +
  box(ink.cream, 60, 108, 80, 40, 4) +
  path(ink.waterDark, 'M72 128q14-16 36-4l14-8q-4 10 0 22l-14-8q-22 14-36-2z') +
  circle(ink.cream, 82, 126, 2.5);

const sauce =
  shadow(98, 62) +
  path(ink.glazeDark, 'M66 34h24v26q16 10 16 30v70q0 6-6 6H56q-6 0-6-6V90q0-20 16-30z') +
  box(ink.red, 64, 24, 28, 18, 4) +
  box(ink.cream, 50, 98, 56, 42) +
  line(ink.red, 4, 'M58 108h40') +
  line(ink.glaze, 3, 'M58 118h32M58 128h24') +
  line(ink.glazeLight, 4, 'M58 84q2-10 10-16') +
  path(ink.clay, 'M126 104h34q16 12 16 32 0 22-16 30h-34q-16-8-16-30 0-20 16-32z') +
  path(ink.glaze, 'M126 104h34q16 12 16 30-6 8-12 0t-12 4-10 0-10-2-10 4-11-6q0-18 15-30z') +
  ellipse(ink.glazeDark, 143, 102, 21, 6) +
  ellipse(ink.clayLight, 143, 99, 19, 6);

const spices =
  shadow(100, 64) +
  path(ink.cream, 'M62 74q-2-18 8-32 8 14 6 32 30 16 30 52 0 34-38 38-40-2-42-36 0-36 36-54z') +
  line(ink.lotusLight, 4, 'M66 82q-22 26-12 72M72 82q22 28 10 74M69 84v76') +
  path(ink.red, 'M112 78q12-10 18 4 10 44 44 62-48 4-62-62z') +
  path(ink.leafDark, 'M110 84q-4-14 8-16l-4-14 8-2 4 16q8 2 6 12z') +
  line(ink.lotusLight, 3, 'M126 92q8 24 22 36') +
  [
    [112, 158],
    [126, 163],
    [138, 156],
    [152, 163],
    [166, 158],
  ]
    .map(([x, y]) => circle(ink.dark, x ?? 0, y ?? 0, 5))
    .join('');

/** Drawings of the food sets, and of goods inside them that look nothing like the rest. */
export const foodMotifs = {
  vegetables,
  mushrooms,
  seafood,
  eggs,
  meat,
  rice,
  honey,
  noodles,
  riceCake,
  pouch,
  preserve,
  sauce,
  spices,
};
