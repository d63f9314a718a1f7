/**
 * Gives new products and producers their stable ids and notes renamed ones: `npm run ids`, after a
 * folder was added, renamed or, with `--removed ID`, taken out of the record for good.
 */
import { parseArgs } from 'node:util';
import { readEnv } from '../src/config/env.ts';
import { assignIds } from './content/assign-ids.ts';
import { runScript, tell } from './script.ts';

await runScript(async () => {
  const { values } = parseArgs({ options: { removed: { type: 'string', multiple: true } } });
  const { given, renamed, removed } = await assignIds(readEnv().CONTENT_DIR, values.removed);
  for (const { file, id } of given) tell(`${file}: ${id}`);
  for (const { id, from, to } of renamed) tell(`${id}: "${from}" is "${to}" now; old links lead there.`);
  for (const id of removed) tell(`${id}: removed; its names stay taken.`);
  if (given.length + renamed.length + removed.length === 0) tell('Every id and name is in place.');
});
