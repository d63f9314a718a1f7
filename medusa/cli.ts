/**
 * The Medusa command line on plain Node: `node cli.ts build` in this folder, then
 * `node cli.js db:migrate --execute-safe-links`, `start`, `user` in `.medusa/server`.
 *
 * The stock `medusa` binary first hooks ts-node into Node, and that hook refuses every TypeScript
 * file of an ES-module package: this app and the rules it shares with the site. Node strips the
 * types itself, so all that is missing is finding `medusa-config` written without its extension.
 */
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
require.extensions['.ts'] ??= require.extensions['.js'];
process.env.MEDUSA_DISABLE_TELEMETRY = 'true';
// Schedules of jobs are read in the time zone of the process, and are written in UTC.
process.env.TZ = 'UTC';

/**
 * Medusa serves local uploads from `static` in its working folder, which every build deletes.
 * The files live in the data folder instead, and `static` is only a link to them.
 */
function keepUploadsOutsideTheBuild(): void {
  const link = join(process.cwd(), 'static');
  const store = resolve(process.env.DATA_DIR ?? join(import.meta.dirname, '../..'), 'medusa-files');
  mkdirSync(store, { recursive: true });
  if (existsSync(link)) return;
  // What is left then is a link to a folder that somebody removed.
  rmSync(link, { force: true });
  symlinkSync(store, link, 'dir');
}

if (process.argv[2] === 'start') keepUploadsOutsideTheBuild();

require('@medusajs/cli/dist/index.js');
