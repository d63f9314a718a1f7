/**
 * Gives new products and producers their stable ids and notes renamed ones: `npm run ids`, after a
 * folder was added, renamed or, with `--removed ID`, taken out of the record for good.
 */
import { readCommandLine } from '../src/config/command-line.mjs';
import { readEnv } from '../src/config/env.ts';
import { assignIds } from './content/assign-ids.ts';
import { runScript, tell } from './script.ts';

const { values } = readCommandLine(
  `
npm run ids -- [--removed ID …]

Gives new products and producers their stable ids and notes renamed ones. --removed ID is for one whose
folder was taken out of the record for good; its names stay taken.
`,
  { options: { removed: { type: 'string', multiple: true } } },
);

await runScript(async () => {
  const { given, renamed, removed } = await assignIds(readEnv().CONTENT_DIR, values.removed);
  for (const { file, id } of given) tell(`${file}: ${id}`);
  for (const { id, from, to } of renamed) tell(`${id}: "${from}" is "${to}" now; old links lead there.`);
  for (const id of removed) tell(`${id}: removed; its names stay taken.`);
  if (given.length + renamed.length + removed.length === 0) tell('Every id and name is in place.');
});
