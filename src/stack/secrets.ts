import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
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

/**
 * The secrets of a data folder: read, or drawn at random on the first start. A file that cannot be
 * read is never overwritten, because printed stamps depend on its keys.
 * @throws StackError when the file is there but damaged.
 */
export async function ensureSecrets(
  dataDir: string,
): Promise<{ secrets: Secrets; created: boolean }> {
  const location = path.join(dataDir, 'secrets.json');
  const found = await readJson(location);
  if (found !== null || existsSync(location)) {
    const parsed = schema.safeParse(found);
    if (parsed.success) return { secrets: parsed.data, created: false };
    const fields = parsed.error.issues
      .map((issue) => issue.path.join('.') || 'not JSON')
      .join(', ');
    throw new StackError(
      `The secrets in ${location} are damaged (${fields}). Put the file back from a backup; only where no ` +
        'stamps were printed and no orders taken, delete it and new secrets are drawn.',
    );
  }
  const secrets = drawSecrets();
  await writePrivateJson(location, secrets);
  return { secrets, created: true };
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
    stampKeys: JSON.stringify({
      current: '1',
      epochs: { '1': randomBytes(32).toString('base64') },
    }),
    admin: { email: 'admin@ocop.local', password: token(12) },
  };
}

function token(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
