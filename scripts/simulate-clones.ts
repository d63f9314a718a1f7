/**
 * How well copied stamps are told from genuine ones, and what it costs to make a genuine one look copied,
 * in a model of all three:
 *
 *   npm run simulate:clones -- --seed 1 --stamps 20000
 *
 * Prints Markdown; the same seed and number of stamps print the same figures.
 */
import { UsageError } from './commerce/command-line.ts';
import { readCommandLine } from '../src/config/command-line.mjs';
import { poison } from './simulation/poisoning.ts';
import { printout } from './simulation/printout.ts';
import { simulate, worlds } from './simulation/run.ts';
import type { Size } from './simulation/run.ts';
import { runScript, tell } from './script.ts';

const { values } = readCommandLine(
  `
npm run simulate:clones -- [--seed N] [--stamps N]

How well copied stamps are told from genuine ones, in a model of both, as Markdown. The same seed (1 if
nothing is said) and number of stamps (20000) print the same figures.
`,
  { options: { seed: { type: 'string', default: '1' }, stamps: { type: 'string', default: '20000' } } },
);

await runScript(() => {
  const size = options();
  const figures = worlds.map((places) => {
    tell(`Watching ${size.stamps} stamps, ${places.name} …`);
    return simulate(size, places);
  });
  tell('Poisoning genuine stamps …');
  process.stdout.write(`${printout(size, figures, poison(size.seed))}\n`);
  return Promise.resolve();
});

function options(): Size {
  const [seed, stamps] = [Number(values.seed), Number(values.stamps)];
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(stamps) || stamps < 1) {
    throw new UsageError('Write whole numbers: --seed 1 --stamps 20000. Nothing was simulated.');
  }
  return { seed, stamps, clones: Math.max(100, Math.round(stamps / 100)) };
}
