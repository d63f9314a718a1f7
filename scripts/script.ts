import { CommerceError } from './commerce/admin-api.ts';
import { UsageError } from './commerce/command-line.ts';
import { WRONG_USAGE } from '../src/config/command-line.mjs';
import { EnvironmentError, type Environment } from '../src/config/env.ts';
import { ContentError } from '../src/record/problems.ts';
import { SearchSyncError } from '../src/search/sync.server.ts';
import { StackError } from './stack/stack-error.ts';

/** Something the caller of a script can put right; its message says how. */
export class ScriptError extends Error {}

const expected = [
  ScriptError,
  UsageError,
  CommerceError,
  EnvironmentError,
  ContentError,
  SearchSyncError,
  StackError,
];

/** Runs a script: expected failures end it with their message alone, anything else is a bug. */
export async function runScript(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isExpected = expected.some((kind) => error instanceof kind);
    tell(isExpected && error instanceof Error ? error.message : error);
    process.exitCode = error instanceof UsageError ? WRONG_USAGE : 1;
  }
}

/** Speaks to whoever runs the script, apart from its output. */
export function tell(said: unknown): void {
  console.error(said);
}

/** A setting this script cannot do without. */
export function setting<N extends keyof Environment>(env: Environment, name: N): NonNullable<Environment[N]> {
  const value = env[name];
  if (value === undefined || value === null) {
    throw new ScriptError(`${name} is not known. Run \`npm start\` beside this, or set ${name}.`);
  }
  return value;
}
