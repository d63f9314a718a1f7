import { box, circle, ellipse, ink, leaf, line, path, shadow } from './shapes.ts';

const lotusMark = (x: number, y: number) =>
  line(ink.clayLight, 2.5, `M${x} ${y}q-12-10 0-26 12 16 0 26q-20 0-22-18 12 2 22 18 10-16 22-18-2 18-22 18`);

const pot =
  shadow(100, 50) +
  path(ink.clay, 'M74 46q0 16-14 30c-28 24-22 72 10 90h60c32-18 38-66 10-90q-14-14-14-30z') +
  path(
    ink.glaze,
    'M74 46q0 16-14 30c-15 13-21 33-19 53q8-8 13 2t11 6 10-6 11 8 12 8 10-12 12-2 12 6 11-10 16 0c2-20-4-40-19-53q-14-14-14-30z',
  ) +
  ellipse(ink.glazeDark, 100, 45, 31, 8) +
  ellipse(ink.glazeLight, 100, 41, 31, 8) +
  ellipse(ink.glazeDark, 100, 41, 23, 5) +
  lotusMark(104, 112) +
  line(ink.glazeLight, 5, 'M58 96q4-10 12-17');

const vase =
  shadow(100, 36) +
  path(ink.clay, 'M86 30h28q-6 30 8 48 26 24 22 52-4 24-22 36H78q-18-12-22-36-4-28 22-52 14-18 8-48z') +
  path(
    ink.glaze,
    'M86 30h28q-6 30 8 48 16 15 21 34-10 12-16 2t-13 8-14-4-13 8-14-10-16-4q5-19 21-34 14-18 8-48z',
  ) +
  ellipse(ink.glazeLight, 100, 30, 19, 5) +
  ellipse(ink.glazeDark, 100, 30, 12, 3) +
  lotusMark(102, 106) +
  line(ink.clayDark, 3, 'M66 140q34 12 68 0');

const cookingPot =
  shadow(100, 64) +
  line(ink.white, 4, 'M76 40q-8-9 0-18M122 40q-8-9 0-18') +
  path(ink.clay, 'M34 96h132q4 46-32 70H66q-36-24-32-70z') +
  path(ink.glaze, 'M34 96h132q1 12-1 22-9 8-15-1t-15 7-16-3-17 8-17-6-16 4-15-7-19 0q-2-12-1-24z') +
  box(ink.clayDark, 26, 88, 148, 13, 6.5) +
  path(ink.clay, 'M44 88q6-30 56-30t56 30z') +
  box(ink.clayDark, 86, 46, 28, 14, 7) +
  line(ink.clayLight, 4, 'M62 78q10-10 26-11');

/** A robed figure of glazed clay standing at x, its head at y = `top`. */
const figure = (robe: string, x: number, top: number) =>
  path(robe, `M${x - 9} ${top + 12}q-18 10-20 40l-2 ${104 - top}h62l-2-${104 - top}q-2-30-20-40z`) +
  path(ink.clayLight, `M${x - 12} ${top + 44}q12 10 24 0l3 14q-15 8-30 0z`) +
  circle(ink.clayLight, x, top, 15) +
  path(ink.glazeDark, `M${x - 15} ${top - 3}q0-16 15-16t15 16q-15-8-30 0z`);

const figures =
  shadow(100, 78) +
  figure(ink.glazeLight, 48, 66) +
  figure(ink.clay, 152, 66) +
  figure(ink.glaze, 100, 52) +
  path(ink.cream, 'M92 62q8 6 16 0 0 22-8 26-8-4-8-26z') +
  box(ink.glazeDark, 14, 154, 172, 13, 4);

const elephant =
  shadow(104, 62) +
  path(
    ink.glaze,
    'M58 80q10-30 48-30 46 0 54 46 4 22 2 58 0 12-12 12h-12q-6 0-6-8v-26H94v26q0 8-6 8H74q-8 0-8-8v-28q-20-2-20-24-16 16-8 38 4 10-4 14-10-2-12-16-6-46 34-62z',
  ) +
  path(ink.glazeLight, 'M74 74q26-6 32 14 2 24-16 32-20-6-22-24-2-14 6-22z') +
  circle(ink.cream, 56, 92, 4) +
  path(ink.cream, 'M50 116q-10 8-20 4 10 12 24 6z') +
  line(ink.clay, 4, 'M112 58q26 0 36 22M160 100q10 6 8 20') +
  path(ink.clay, 'M104 51q30-2 44 18-20 14-46 8z');

const painting =
  shadow(100, 60, 170) +
  box(ink.clayDark, 34, 34, 132, 132, 4) +
  box(ink.cream, 46, 46, 108, 108) +
  path(ink.waterLight, 'M46 122h108v32H46z') +
  line(ink.leafDark, 4, 'M100 134q-2-20 0-34M72 136q-2-10-8-18') +
  path(ink.leaf, 'M44 116q18-14 40 2-20 12-40-2z') +
  path(ink.leafDark, 'M108 130q20-12 42 2-22 12-42-2z') +
  path(ink.lotusLight, 'M100 104q-32-2-34-30 18 4 34 30 16-26 34-30-2 28-34 30z') +
  path(ink.lotus, 'M100 104q-22-18 0-48 22 30 0 48z') +
  path(ink.lotusDark, 'M100 104q-20-4-22-24 14 6 22 24 8-18 22-24-2 20-22 24z');

const pearl =
  shadow(100, 62) +
  path(ink.clayLight, 'M30 128q0-64 70-88 70 24 70 88z') +
  line(ink.clayDark, 3, 'M100 44v80M76 54l12 70M124 54l-12 70M54 72l24 54M146 72l-24 54') +
  path(ink.lotusLight, 'M26 126h148q-4 36-52 40H78q-48-4-52-40z') +
  ellipse(ink.white, 100, 128, 74, 15) +
  ellipse(ink.lotusLight, 100, 129, 62, 9) +
  circle('#e9e1d4', 100, 116, 25) +
  circle(ink.white, 93, 108, 10) +
  line('#cbbfae', 3, 'M84 130q14 14 32 2');

const silk =
  shadow(100, 66) +
  path(ink.lotusDark, 'M36 142h128v18q0 6-6 6H42q-6 0-6-6z') +
  path(ink.honey, 'M32 118h136v20q0 6-6 6H38q-6 0-6-6z') +
  path(ink.leaf, 'M38 94h124v20q0 6-6 6H44q-6 0-6-6z') +
  line(ink.leafDark, 2, 'M46 106h100') +
  line(ink.honeyDark, 2, 'M44 130h104') +
  line(ink.lotus, 2, 'M48 154h100') +
  path(ink.lotus, 'M60 60q40-20 80 0l8 36q-14 10-18 40-14-8-18-38-12 6-54-2z') +
  path(ink.lotusLight, 'M60 60q40-20 80 0-40 10-80 0z') +
  line(ink.lotusDark, 2, 'M72 70q0 16-2 26M92 74v24M114 74l4 30M132 70q6 20 2 46');

/** A ring of petals as one dotted circle: `r` to the petals' middles, `count` of them. */
const bloom = (petals: string, heart: string, x: number, y: number, r: number, count: number) => {
  const gap = ((2 * Math.PI * r) / count).toFixed(2);
  const dots = `stroke="${petals}" stroke-width="${Math.round(r * 0.95)}" stroke-dasharray="0 ${gap}"`;
  return (
    `<circle cx="${x}" cy="${y}" r="${r}" fill="${petals}" ${dots} stroke-linecap="round"/>` +
    circle(heart, x, y, Math.round(r * 0.55))
  );
};
const flowers =
  shadow(100, 34) +
  line(ink.leafDark, 4, 'M100 124q0-30-2-56M92 124q-8-22-28-34M108 124q8-20 30-30') +
  leaf(ink.leaf, 92, 118, 34, -70) +
  leaf(ink.leaf, 108, 118, 34, 72) +
  bloom(ink.honey, ink.glaze, 60, 80, 19, 9) +
  bloom(ink.lotus, ink.honeyLight, 140, 82, 19, 9) +
  bloom(ink.honeyLight, ink.honeyDark, 100, 54, 23, 11) +
  path(ink.clay, 'M70 112h60q8 36-12 54H82q-20-18-12-54z') +
  path(ink.glaze, 'M70 112h60q2 9 1 18-8 8-13-2t-12 8-13-4-12 6-12-8q-1-9 1-18z');

const bonsai =
  shadow(100, 60) +
  path(
    ink.glazeLight,
    'M92 138q14-22-6-38-16-12-8-34l10 2q-2 16 12 26 10-20 30-22l2 8q-22 8-22 26 0 20 6 32z',
  ) +
  ellipse(ink.leafDark, 74, 62, 38, 19) +
  ellipse(ink.leaf, 66, 55, 26, 12) +
  ellipse(ink.leafDark, 140, 76, 34, 17) +
  ellipse(ink.leaf, 146, 70, 22, 10) +
  ellipse(ink.leafDark, 106, 42, 28, 14) +
  ellipse(ink.leafLight, 106, 37, 17, 7) +
  ellipse(ink.leaf, 100, 138, 44, 7) +
  path(ink.waterDark, 'M40 138h120l-8 22H48z') +
  box(ink.waterDark, 34, 134, 132, 9, 4) +
  box(ink.waterDark, 54, 158, 14, 8) +
  box(ink.waterDark, 132, 158, 14, 8);

const goldfish =
  shadow(100, 52) +
  path(ink.glass, 'M66 44h68l-4 12c44 24 44 86 2 110H68c-42-24-42-86 2-110z') +
  path(ink.water, 'M42 94q58 14 116 0c8 28-2 58-26 72H68c-24-14-34-44-26-72z') +
  path(ink.red, 'M66 122q24-26 52-8l22-16q-6 20 2 38l-24-12q-28 18-52-2z') +
  path(ink.honey, 'M88 108q8-10 20-8-4 6-4 10z') +
  circle(ink.white, 78, 119, 3.5) +
  leaf(ink.leafDark, 134, 164, 34, 8) +
  leaf(ink.leaf, 126, 164, 24, -16) +
  circle(ink.white, 64, 104, 4) +
  circle(ink.white, 58, 112, 2.5);

const village =
  path(ink.leafLight, 'M0 140q34-60 74-24 24-46 62-14 34-18 64 38v26H0z') +
  circle(ink.lotus, 148, 60, 18) +
  path(ink.water, 'M0 146q50-12 100 0t100 0v54H0z') +
  line(ink.glazeDark, 5, 'M62 128v26M84 128v26M108 128v26M130 128v26') +
  box(ink.clay, 56, 98, 80, 32) +
  path(ink.glaze, 'M38 100q30-14 40-42h36q10 28 40 42z') +
  line(ink.glazeLight, 3, 'M66 92q16-10 20-28M126 92q-16-10-20-28') +
  box(ink.glazeDark, 88, 106, 18, 24) +
  box(ink.cream, 64, 106, 14, 11) +
  box(ink.cream, 116, 106, 14, 11) +
  path(ink.glazeDark, 'M128 156q26 8 48-2-6 12-22 12t-26-10z');

/** Drawings of the craft, ornamental and tourism sets. */
export const craftMotifs = {
  pot,
  vase,
  cookingPot,
  figures,
  elephant,
  painting,
  pearl,
  silk,
  flowers,
  bonsai,
  goldfish,
  village,
};
