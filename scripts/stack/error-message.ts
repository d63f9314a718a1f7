import { EnvironmentError } from '../../src/config/env.ts';
import { StackError } from './stack-error.ts';

/** Errors of other rooms whose message is meant for people, by name. */
const forPeople: readonly string[] = ['ContentError', 'CommerceError', 'SearchSyncError'];

/** Errors made for people are told in their words; anything else is a bug and shows where. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const plain =
    error instanceof StackError || error instanceof EnvironmentError || forPeople.includes(error.name);
  return plain ? error.message : (error.stack ?? error.message);
}
