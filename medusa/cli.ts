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
import { readMedusaEnv } from './src/env.ts';
import { installFront } from './src/front/install.ts';
import { PASSWORD_LENGTH } from './src/sign-in/limits.ts';

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

/** Ends the process where settings are wrong, as Medusa would when it reads them. */
function putTheGuardBefore(): void {
  try {
    const { MEDUSA_URL: medusaUrl, S3_PUBLIC_URL, S3_ENDPOINT } = readMedusaEnv(process.env);
    const store = [S3_PUBLIC_URL, S3_ENDPOINT].filter((address) => address !== undefined);
    installFront({ medusaUrl, storeOrigins: store.map((address) => new URL(address).origin) });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

const USAGE = `
node cli.ts build                                             in medusa/: compiles server and staff screens
node cli.js db:migrate --execute-safe-links                   in .medusa/server: brings the database up to date
node cli.js start [--host HOST] [--port PORT]                 in .medusa/server
node cli.js user --email MAIL --password WORD [--invite]      in .medusa/server: lets somebody into the screens

npm start does all of it by itself. Other commands are Medusa's own (https://docs.medusajs.com/resources/medusa-cli).
`.trim();

/** What may stand behind the commands named above; Medusa's own reading lets anything pass. */
const known: Record<string, readonly string[]> = {
  build: ['admin-only', 'quiet', 'lint', 'fix'],
  start: ['host', 'port', 'types', 'cluster', 'workers', 'servers'],
  user: ['email', 'password', 'id', 'invite', 'keep-alive'],
  'db:migrate': [
    ...['skip-scripts', 'skip-links', 'skip-search', 'execute-all-links', 'execute-safe-links'],
    ...['execute-all-search', 'execute-safe-search', 'concurrency', 'all-or-nothing'],
  ],
};

/** Ends the process where help is asked for, or an option is none of the command's. */
function checkCommandLine([command = '', ...args]: readonly string[]): void {
  if ([command, ...args].some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  const options = known[command];
  const strange =
    options &&
    args.find((arg) => {
      const name = /^--([^=]+)/.exec(arg)?.[1];
      return name !== undefined && !options.includes(name) && !options.includes(name.replace(/^no-/, ''));
    });
  if (command !== '' && strange === undefined) return;
  const told = command === '' ? 'Say what to do.' : `"${command}" has no option ${strange}.`;
  process.stderr.write(`${told} Nothing was started. How it is written:\n\n${USAGE}\n`);
  process.exit(2);
}

/** Ends the process where somebody would be let in by a short password. */
function checkPassword([command = '', ...args]: readonly string[]): void {
  if (command !== 'user' || args.some((arg) => /^(-i|--invite)/.test(arg))) return;
  const at = args.findIndex((arg) => /^(-p|--password)(=|$)/.test(arg));
  const written = args[at]?.includes('=') ? args[at]?.replace(/^[^=]*=/, '') : args[at + 1];
  if (at >= 0 && [...(written ?? '')].length >= PASSWORD_LENGTH) return;
  process.stderr.write(
    `Nobody was let in: a password has ${PASSWORD_LENGTH} characters at least (--password=…). Several words are easily kept.\n`,
  );
  process.exit(2);
}

checkCommandLine(process.argv.slice(2));
checkPassword(process.argv.slice(2));
if (process.argv[2] === 'start') {
  keepUploadsOutsideTheBuild();
  putTheGuardBefore();
}

require('@medusajs/cli/dist/index.js');
