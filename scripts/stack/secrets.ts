import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { plainStampKeys } from '@ocop/rules/stamps/stamp-keyring-json';
import { STAMP_SECRET_BYTES, type StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { z } from 'zod';
import { writePrivateJson } from './files.ts';
import { StackError } from './stack-error.ts';

export const secretsSchema = z.object({
  postgresPassword: z.string().min(16),
  meiliMasterKey: z.string().min(16),
  medusaJwtSecret: z.string().min(32),
  medusaCookieSecret: z.string().min(32),
  siteKey: z.string().min(32),
  receiptSecret: z.string().min(32),
  /** STAMP_KEYS as text. */
  stampKeys: z.string().min(1),
  admin: z.object({ email: z.email(), password: z.string().min(12) }),
  /** Since when a database was used with them, ISO 8601: from then on one without the other is a loss. */
  inUseSince: z.string().optional(),
});

/** Secrets of one data folder. Losing them voids printed stamps and receipt links. */
export type Secrets = z.infer<typeof secretsSchema>;

/** Where a data folder keeps its secrets. */
export function secretsFile(dataDir: string): string {
  return path.join(dataDir, 'secrets.json');
}

/**
 * The secrets of a data folder, null before its first start. Never replaces a file that cannot be used,
 * because printed stamps depend on its keys.
 * @throws StackError when the file is there and cannot be read, may be read by others, or is damaged.
 */
export async function readSecrets(dataDir: string): Promise<Secrets | null> {
  const location = secretsFile(dataDir);
  const text = await readFile(location, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new StackError(
      `The secrets in ${location} cannot be read (${error.code ?? error.message}). Nothing was started: without ` +
        'them every printed stamp would be told to be false. Make the file readable for the user this runs as ' +
        `(chown, chmod 600), or put it back from the backup of the keys.`,
    );
  });
  if (text === null) return null;
  const { mode } = await stat(location);
  if ((mode & 0o077) !== 0) {
    throw new StackError(
      `Others than its owner may open ${location} (mode ${(mode & 0o777).toString(8)}), and whoever reads it can ` +
        `forge stamps. Run: chmod 600 ${location}`,
    );
  }
  const parsed = secretsSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new StackError(damaged(location, parsed.error.issues));
}

/** What can be put right without a backup, and what cannot. */
function damaged(location: string, issues: readonly z.core.$ZodIssue[]): string {
  const fields = [...new Set(issues.map(({ path: field }) => field.join('.') || 'not JSON'))];
  const replaceable = fields.every((field) => Object.hasOwn(consequences, field));
  const head = `The secrets in ${location} are damaged (${fields.join(', ')}). Put the file back from the backup of the keys`;
  if (!replaceable) {
    return (
      `${head}; where there is none, look for the last whole copy of it: stamps that were printed cannot be checked ` +
      'without its stampKeys. Only where no stamps were printed and no orders taken, move all of DATA_DIR away ' +
      'and start anew.'
    );
  }
  const lines = fields.map((field) => `  "${field}": ${consequences[field] ?? ''}`);
  return (
    `${head}, or write what is missing into it, a value of its own for each, drawn with \`openssl rand -hex 32\`:\n` +
    `${lines.join('\n')}\nThe stamp keys in it are whole: leave them as they are.`
  );
}

/** Secrets that may be drawn anew, and what stops working then. */
const consequences: Readonly<Record<string, string>> = {
  meiliMasterKey: 'nothing stops; the search index is written again',
  medusaJwtSecret: 'invitations not used yet',
  medusaCookieSecret: 'sessions of staff, and authenticator apps, which are set up anew',
  siteKey: 'nothing stops; the site and Medusa have to be given the same one',
  receiptSecret: 'links to the receipts of orders placed before',
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
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
