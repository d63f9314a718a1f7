/** Reading what was typed behind a command. */

import { readWholeNumber } from '@ocop/rules/typed-number';

/** What was typed does not name something that can be done; the message says how. */
export class UsageError extends Error {}

/** A text that must be there. */
export function text(name: string, value: string | undefined): string {
  if (!value) throw new UsageError(`${name} is missing.`);
  return value;
}

/** One of a few words. */
export function oneOf<T extends string>(name: string, choices: readonly T[], value: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${name} should be ${choices.join(' or ')}, not "${value}".`);
  return found;
}

/** A whole number from 0. */
export function number(name: string, value: string | undefined): number {
  const read = readWholeNumber(value ?? '');
  if (!read.ok) throw new UsageError(`${name} should be a whole number, not "${value ?? ''}".`);
  return read.value;
}
