/** Takes a backup of an installation: `npm run backup -- FOLDER`. See docs/operations.md, "Backup". */
import { readCommandLine } from '../src/config/command-line.mjs';
import { readEnv } from '../src/config/env.ts';
import { backUp } from './backup/back-up.ts';
import { UsageError } from './commerce/command-line.ts';
import { runScript, tell } from './script.ts';

const usage = `
npm run backup -- FOLDER
npm run backup -- FOLDER --keys OTHER-FOLDER --keep 14
npm run backup -- FOLDER --without-keys

Writes a backup of the database, of scans that wait and of pictures into a folder of its own within FOLDER, while
everything runs or while it does not, and reads it back. The keys go into a file beside it, or into the folder
that --keys names: take that file elsewhere, for whoever has both can forge stamps. --without-keys leaves it out.
--keep N removes all but the N newest backups afterwards.
`;
const { positionals, values } = readCommandLine(usage, {
  options: { keys: { type: 'string' }, 'without-keys': { type: 'boolean' }, keep: { type: 'string' } },
  words: 1,
});

await runScript(async () => {
  const [into] = positionals;
  if (into === undefined) throw new UsageError(`Say where the backup goes.\n${usage}`);
  const keep = values.keep === undefined ? null : Number(values.keep);
  if (keep !== null && !(Number.isInteger(keep) && keep > 0)) {
    throw new UsageError('--keep should be how many backups stay, 1 or more. Nothing was written.');
  }
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stopping.abort());
  const { folder, keysFile, size, removed } = await backUp({
    env: readEnv(),
    into,
    keysInto: values['without-keys'] ? null : (values.keys ?? into),
    keep,
    now: new Date(),
    signal: stopping.signal,
  });
  tell(`Backed up and read back: ${folder} (${(size / 1024 / 1024).toFixed(1)} MB).`);
  if (keysFile)
    tell(`Its keys: ${keysFile}. Keep them apart from it: without them no printed stamp can be checked.`);
  else tell('Without its keys: no printed stamp can be checked unless they are kept elsewhere.');
  if (removed.length > 0) tell(`Removed: ${removed.join(', ')}.`);
});
