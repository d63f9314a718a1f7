/** Puts a backup back into an empty installation: `npm run restore -- BACKUP`. See docs/operations.md, "Backup". */
import { readCommandLine } from '../src/config/command-line.mjs';
import { readEnv } from '../src/config/env.ts';
import { putBack } from './backup/put-back.ts';
import { UsageError } from './commerce/command-line.ts';
import { runScript, tell } from './script.ts';

const usage = `
npm run restore -- BACKUP
npm run restore -- BACKUP --keys FILE

Puts the backup in the folder BACKUP back into DATA_DIR (and DATABASE_URL where it is of an outside database),
which must hold no installation, with the keys beside it or those in FILE. npm start goes on from there.
`;
const { positionals, values } = readCommandLine(usage, { options: { keys: { type: 'string' } }, words: 1 });

await runScript(async () => {
  const [backup] = positionals;
  if (backup === undefined) throw new UsageError(`Say which backup.\n${usage}`);
  const env = readEnv();
  const { takenAt } = await putBack({ env, backup, keysFile: values.keys ?? null, tell });
  tell(
    `The installation of ${takenAt} is in ${env.DATA_DIR}. Start it with npm start; what came later is not in it.`,
  );
});
