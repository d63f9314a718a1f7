import { constants, setPriority } from 'node:os';

/**
 * Lets everything else go first: called in a worker thread, it is for that thread alone (Linux). Where the
 * system refuses, or counts the whole process, nothing is changed.
 */
export function giveWayToOthers(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It goes on at the priority it has, as slowly as the processor is shared.
  }
}
