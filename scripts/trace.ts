/**
 * The life of lots and stamps by command, beside `npm start`: orders, activation, recalls, history.
 * Tables have tabs between their columns.
 */
import { adminApi } from './commerce/admin-api.ts';
import { UsageError } from './commerce/command-line.ts';
import { readTraceWords, traceCommand, traceHelp } from './commerce/trace-command.ts';
import { asksForHelp } from '../src/config/command-line.mjs';
import { runningEnv } from '../src/config/running.ts';
import { runScript, setting } from './script.ts';

await runScript(async () => {
  const words = process.argv.slice(2);
  if (asksForHelp(words)) {
    process.stdout.write(traceHelp(words));
    return;
  }
  if (words.length === 0) throw new UsageError(`Say what to do:\n${traceHelp([])}`);
  // What is not written right needs no server to be told so.
  readTraceWords(words);
  const env = await runningEnv();
  const admin = adminApi(setting(env, 'MEDUSA_URL'), { key: setting(env, 'MEDUSA_ADMIN_KEY') });
  process.stdout.write(await traceCommand(words, admin));
});
