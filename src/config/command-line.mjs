// What stands behind a command. Like scripts/node24.mjs, this file uses no package and no syntax beyond
// Node 20, for it is read before anything is installed.
import { parseArgs } from 'node:util';

/** Exit code of a command that was not written as it should be (POSIX shells use it so too). */
export const WRONG_USAGE = 2;

/**
 * Reads the options and words behind a command. `--help` (or `-h`) prints how it is written and ends with
 * 0; what is not written so ends with {@link WRONG_USAGE} and says what is wrong. Either way nothing was
 * started, so call this before anything else.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} Options
 * @param {string} usage how the command is written, its first line a command that can be copied
 * @param {{ options?: Options, words?: number, args?: string[] }} [known] its options, how many words it
 *   takes at the most (none if nothing is said), and what stands behind it where that is not this process's
 */
export function readCommandLine(usage, { options, words = 0, args = process.argv.slice(2) } = {}) {
  if (asksForHelp(args)) {
    process.stdout.write(`${usage.trim()}\n`);
    process.exit(0);
  }
  try {
    const read = parseArgs({ args, options: options ?? /** @type {Options} */ ({}), allowPositionals: true });
    const tooMany = read.positionals.slice(words);
    if (tooMany.length > 0) throw new Error(`Nothing is known to do with "${tooMany.join(' ')}".`);
    return read;
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${told}\nNothing was started. How it is written:\n\n${usage.trim()}\n`);
    return process.exit(WRONG_USAGE);
  }
}

/**
 * @param {readonly string[]} args
 * @returns whether help is asked for; behind `--` stand words, whatever they look like
 */
export function asksForHelp(args) {
  const end = args.indexOf('--');
  const before = end === -1 ? args : args.slice(0, end);
  return before.includes('--help') || before.includes('-h');
}
