/**
 * What every Node program of the stack gets of this process's environment: where programs are, and what an
 * operator tells Node itself, like its memory. All else is named for each program.
 */
export function nodeEnvironment(): Record<'PATH' | 'HOME' | 'NODE_OPTIONS', string | undefined> {
  const { PATH, HOME, NODE_OPTIONS } = process.env;
  return { PATH, HOME, NODE_OPTIONS };
}
