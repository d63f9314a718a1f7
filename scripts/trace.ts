/**
 * The life of lots and stamps by command, beside `npm start`: orders, activation, recalls, history.
 * `npm run trace` alone lists what there is. Tables have tabs between their columns.
 */
import { adminApi } from './commerce/admin-api.ts';
import { UsageError } from './commerce/command-line.ts';
import { traceCommand, traceUsage } from './commerce/trace-command.ts';
import { runningEnv } from '../src/config/running.ts';
import { runScript, ScriptError, setting } from './script.ts';

await runScript(async () => {
  const words = process.argv.slice(2);
  if (words.length === 0) throw new ScriptError(`Say what to do:\n${traceUsage}`);
  const env = await runningEnv();
  const admin = adminApi(setting(env, 'MEDUSA_URL'), { key: setting(env, 'MEDUSA_ADMIN_KEY') });
  try {
    process.stdout.write(await traceCommand(words, admin));
  } catch (error) {
    throw error instanceof UsageError ? new ScriptError(error.message) : error;
  }
});
