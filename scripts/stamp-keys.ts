/**
 * The keys behind stamp codes, by epoch:
 *
 *   npm run stamp-keys -- list
 *   npm run stamp-keys -- rotate
 *   npm run stamp-keys -- cut-off 1 --at 2026-08-05T17:00:00+07:00
 *
 * `rotate` draws a new secret for new stamps; stamps printed before stay good. `cut-off` is for a
 * secret that leaked: ranges activated from that instant on (now, without --at) are refused, those
 * activated before stay good. Secrets are never shown.
 */
import { stampKeyCommand } from './stack/stamp-key-command.ts';
import { readCommandLine } from '../src/config/command-line.mjs';
import { runScript, tell } from './script.ts';

readCommandLine(
  `
npm run stamp-keys -- list
npm run stamp-keys -- rotate
npm run stamp-keys -- cut-off EPOCH [--at 2026-08-05T17:00:00+07:00]

The keys behind stamp codes, by epoch. rotate draws a new secret for new stamps; stamps printed before stay
good. cut-off is for a secret that leaked: ranges activated from that instant on (now, without --at) are
refused, those activated before stay good. Secrets are never shown.
`,
  { options: { at: { type: 'string' } }, words: 2 },
);

await runScript(async () => {
  const { table, next } = await stampKeyCommand(process.argv.slice(2), process.env, new Date());
  process.stdout.write(table);
  if (next !== null) tell(next);
});
