import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { plainStampKeys } from '@ocop/rules/stamps/stamp-keyring-json';
import { STAMP_SECRET_BYTES, type StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { z } from 'zod';
import { readJson, writePrivateJson } from './files.ts';
import { StackError } from './stack-error.ts';

const schema = z.object({
  postgresPassword: z.string().min(16),
  meiliMasterKey: z.string().min(16),
  medusaJwtSecret: z.string().min(32),
  medusaCookieSecret: z.string().min(32),
  siteKey: z.string().min(32),
  receiptSecret: z.string().min(32),
  /** STAMP_KEYS as text. */
  stampKeys: z.string().min(1),
  admin: z.object({ email: z.email(), password: z.string().min(12) }),
});

/** Secrets of one data folder. Losing them voids printed stamps and receipt links. */
export type Secrets = z.infer<typeof schema>;

/** Where a data folder keeps its secrets. */
export function secretsFile(dataDir: string): string {
  return path.join(dataDir, 'secrets.json');
}

/**
 * The secrets of a data folder: read, or drawn at random on the first start. A file that cannot be
 * read is never overwritten, because printed stamps depend on its keys.
 * @throws StackError when the file is there but damaged.
 */
export async function ensureSecrets(dataDir: string): Promise<{ secrets: Secrets; created: boolean }> {
  const found = await readSecrets(dataDir);
  if (found) return { secrets: found, created: false };
  const secrets = drawSecrets();
  await writeSecrets(dataDir, secrets);
  return { secrets, created: true };
}

/**
 * The secrets of a data folder, null before its first start.
 * @throws StackError when the file is there but damaged.
 */
export async function readSecrets(dataDir: string): Promise<Secrets | null> {
  const location = secretsFile(dataDir);
  const found = await readJson(location);
  if (found === null && !existsSync(location)) return null;
  const parsed = schema.safeParse(found);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'not JSON').join(', ');
  throw new StackError(
    `The secrets in ${location} are damaged (${fields}). Put the file back from a backup; only where no ` +
      'stamps were printed and no orders taken, delete it and new secrets are drawn.',
  );
}

/** Replaces the secrets of a data folder, whole or not at all, for the owner alone. */
export function writeSecrets(dataDir: string, secrets: Secrets): Promise<void> {
  return writePrivateJson(secretsFile(dataDir), secrets);
}

/** Fresh random secrets. */
export function drawSecrets(): Secrets {
  return {
    postgresPassword: token(24),
    meiliMasterKey: token(32),
    medusaJwtSecret: token(32),
    medusaCookieSecret: token(32),
    siteKey: token(32),
    receiptSecret: token(32),
    stampKeys: JSON.stringify(plainStampKeys(firstStampKeys())),
    admin: { email: 'admin@ocop.local', password: token(12) },
  };
}

function firstStampKeys(): StampKeyring {
  const secret = randomBytes(STAMP_SECRET_BYTES);
  const from = new Date().toISOString();
  return { current: '1', epochs: { '1': { secret, from, until: null, cutOff: null } } };
}

function token(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
