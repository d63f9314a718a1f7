import { SUSPICIOUS_FROM, WARNING_NEEDS } from '@ocop/rules/stamps/suspicion';
import { MAX_NETWORKS } from './poisoning.ts';
import type { Cost, Poisoning } from './poisoning.ts';
import {
  detectionFromTwenty,
  falseAlertsPerScan,
  falseAlertsPerStamp,
  falseAlertsUntilLifted,
  marketCounts,
} from './run.ts';
import type { Detection, Size, WorldFigures } from './run.ts';
import { STAFF_HOURS } from './watch.ts';

/** What is aimed at: genuine scans flagged at most where staff lift warnings, clones with 20 and more scanned copies caught. */
export const AIM = { perScan: 0.0005, detection: 0.95 };

const percent = (part: number, digits: number) => `${(part * 100).toFixed(digits)} %`;
const caught = ({ caught: found, clones, medianScans }: Detection) =>
  `${percent(found / clones, 1)} (${medianScans ?? '–'})`;
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The figures of all worlds as Markdown, with what it costs to poison a stamp and what the model assumes. */
export function printout(
  { seed, stamps, clones }: Size,
  figures: readonly WorldFigures[],
  poisonings: readonly Poisoning[] = [],
): string {
  const [first] = figures;
  if (!first) return '';
  const scans = first.genuine.reduce((sum, kind) => sum + kind.scans, 0);
  return [
    `Seed ${seed}, ${stamps} genuine stamps with ${scans} scans, ${clones} clones of ` +
      `each size. Flagged is what buyers are warned of: a score of ${SUSPICIOUS_FROM}, and moves seen by ` +
      `${WARNING_NEEDS.networks} networks on ${WARNING_NEEDS.days} days.`,
    '',
    row(['', ...figures.map(({ places }) => places.name)]),
    row(['---', ...figures.map(() => '--:')]),
    row([
      `genuine scans flagged, lifted after ${STAFF_HOURS} hours`,
      ...figures.map((one) => percent(falseAlertsUntilLifted(one), 4)),
    ]),
    row([
      'genuine scans flagged, never lifted',
      ...figures.map((one) => percent(falseAlertsPerScan(one), 4)),
    ]),
    row(['genuine stamps ever flagged', ...figures.map((one) => percent(falseAlertsPerStamp(one), 3))]),
    ...first.clones.map(({ copies }, i) =>
      row([`clones caught, ${copies} copies scanned`, ...figures.map((one) => caughtOf(one.clones[i]))]),
    ),
    row(['20 copies, one province only', ...figures.map((one) => caught(one.oneMarket))]),
    row(['20 copies and more, together', ...figures.map((one) => percent(detectionFromTwenty(one), 1))]),
    row([
      `aims: at most ${percent(AIM.perScan, 2)} and at least ${percent(AIM.detection, 0)}`,
      ...figures.map((one) => verdict(one)),
    ]),
    '',
    'In brackets: the median number of scans until the first flag, of the clones that are caught.',
    '',
    'Genuine stamps ever flagged, by what happened to them:',
    '',
    row(['', 'stamps', 'scans', ...figures.map(({ places }) => places.name)]),
    row(['---', '--:', '--:', ...figures.map(() => '--:')]),
    ...first.genuine.map((kind, i) =>
      row([
        kind.kind,
        `${kind.stamps}`,
        `${kind.scans}`,
        ...figures.map(({ genuine }) => `${genuine[i]?.flaggedStamps ?? 0}`),
      ]),
    ),
    '',
    ...costsOf(poisonings),
    ...assumptions,
  ].join('\n');
}

/** What it costs an attacker to make a genuine stamp suspicious. */
function costsOf(poisonings: readonly Poisoning[]): string[] {
  if (poisonings.length === 0) return [];
  const cells = (cost: Cost | null) =>
    cost ? [cost.networks, cost.requests, cost.days].map(String) : [`over ${MAX_NETWORKS}`, '–', '–'];
  return [
    'What it costs to have buyers warned of a genuine stamp, with as many browser names as one likes:',
    '',
    row(['an attacker who', 'networks', 'requests', 'days']),
    row(['---', '--:', '--:', '--:']),
    ...poisonings.map(({ attacker, cost }) => row([attacker, ...cells(cost)])),
    '',
  ];
}

function caughtOf(detection: Detection | undefined): string {
  return detection ? caught(detection) : '–';
}

function verdict(figures: WorldFigures): string {
  const calm = falseAlertsUntilLifted(figures) <= AIM.perScan ? 'kept' : 'missed';
  const watchful = detectionFromTwenty(figures) >= AIM.detection ? 'kept' : 'missed';
  return `${calm}, ${watchful}`;
}

const assumptions = [
  'What the model assumes:',
  '- A household looks once or a few times over two months; shoppers and fair visitors look once each,',
  '  nearly all by mobile data. A shelf sample is looked at by 20 to 200 people in three months.',
  '- Every look by mobile data comes from another of its carrier’s networks, so one phone is several',
  '  devices. A table of networks puts some of them at the carrier’s seat (Hà Nội, Hồ Chí Minh, Đà Nẵng).',
  `- A clone is one label printed again and sold within two to ten weeks in ${marketCounts[0]} to ` +
    `${marketCounts.at(-1)} provinces,`,
  '  unevenly, to households like any other. Nobody who copies knows the rules and spreads his sales.',
  '- Programs that draw previews are told by their name, and a device counts once in ten minutes.',
  '- How often each kind of life happens is a guess: look at the second table for your own mixture.',
];
