import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { adminApi, CommerceError } from './admin-api.ts';

const run = promisify(execFile);

/** Medusa's place on this machine, needed only where the first staff user does not exist yet. */
export interface FirstAdmin {
  medusaUrl: string;
  email: string;
  password: string;
  /** The built server, `medusa/.medusa/server` or a copy of it. */
  serverDir: string;
  /** What the server itself is started with. */
  env: Record<string, string>;
}

/** Signs staff in and answers the token. `CommerceError` with status 401 for a wrong password. */
export async function signIn(medusaUrl: string, email: string, password: string): Promise<string> {
  const answer = await adminApi(medusaUrl, null).post(
    z.object({ token: z.string() }),
    '/auth/user/emailpass',
    { email, password },
  );
  return answer.token;
}

/**
 * Sees to it that staff can sign in to a running Medusa: tries, and only where that is refused
 * creates the user with Medusa's own command (some seconds, once in a lifetime).
 * Throws `CommerceError` when the e-mail address is taken and its password is another.
 */
export async function ensureAdmin(admin: FirstAdmin): Promise<'present' | 'created'> {
  const { medusaUrl, email, password } = admin;
  if (await maySignIn(admin)) return 'present';
  try {
    // Written as one argument each: a drawn password may begin with a dash.
    await run(process.execPath, ['cli.js', 'user', `--email=${email}`, `--password=${password}`], {
      cwd: admin.serverDir,
      env: admin.env,
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    const stdout = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    if (!/already exists/.test(said + stdout)) {
      // The error itself holds the command with the password in it.
      throw new CommerceError(
        `Medusa could not create the log-in ${email}: ${(said + stdout).replaceAll(password, '…').trim()}`,
        500,
      );
    }
    throw new CommerceError(
      `Medusa knows ${email} with another password. Sign in with that password in Medusa Admin ` +
        'and change it, or start with another e-mail address.',
      401,
    );
  }
  await signIn(medusaUrl, email, password);
  return 'created';
}

async function maySignIn({ medusaUrl, email, password }: FirstAdmin): Promise<boolean> {
  try {
    await signIn(medusaUrl, email, password);
    return true;
  } catch (error) {
    if (error instanceof CommerceError && error.status === 401) return false;
    throw error;
  }
}
