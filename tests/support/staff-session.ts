import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { signIn } from '../../scripts/commerce/admin-user.ts';
import type { TestStack } from './stack.ts';

/** Signs staff in as a browser does; the cookie of the session, as it is sent back. */
export async function staffCookie({ medusaUrl, adminEmail, adminPassword }: TestStack): Promise<string> {
  return sessionOf(medusaUrl, await signIn(medusaUrl, adminEmail, adminPassword));
}

/** Begins a session with a token. */
export async function sessionOf(medusaUrl: string, token: string): Promise<string> {
  const answer = await fetch(`${medusaUrl}/auth/session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || !cookie) throw new Error(`No session: ${answer.status} ${await answer.text()}`);
  return cookie.replace(/;.*$/s, '');
}

/** The header a program with the secret key sends. */
export const keyHeader = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`;

/** What the run's Medusa signs tokens with. */
export async function jwtSecret({ dataDir }: TestStack): Promise<string> {
  const secrets = JSON.parse(await readFile(path.join(dataDir, 'secrets.json'), 'utf8')) as {
    medusaJwtSecret: string;
  };
  return secrets.medusaJwtSecret;
}
