import { spawn } from 'node:child_process';
import type { PostgresHome } from './postgres-home.ts';
import { StackError } from './stack-error.ts';
import { scramHash } from './stamps-role.ts';

/**
 * Gives a database user a new password where nobody knows the old one: by PostgreSQL's single-user mode,
 * which asks for none and which nobody else can enter. No server may run from the cluster.
 */
export async function setPassword(place: PostgresHome, user: string, password: string): Promise<void> {
  const child = spawn(
    place.programs.postgres,
    ['--single', '-D', place.clusterDir, '-c', 'exit_on_error=true', 'postgres'],
    {
      cwd: place.clusterDir,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['pipe', 'ignore', 'pipe'],
      ...(place.user ?? {}),
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  child.stdin.on('error', () => undefined);
  child.stdin.end(`alter role ${user} password '${scramHash(password)}'\n`);
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(null));
  });
  if (code === 0) return;
  throw new StackError(
    `The database in ${place.clusterDir} could not be given a new password:\n${said.trim()}`,
  );
}
