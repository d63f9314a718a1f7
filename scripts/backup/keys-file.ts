import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { plainStampKeys } from '@ocop/rules/stamps/stamp-keyring-json';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { z } from 'zod';
import type { Environment } from '../../src/config/env.ts';
import { parseStampKeys } from '../../src/config/stamp-keys.ts';
import { readJson } from '../stack/files.ts';
import { secretsSchema, type Secrets } from '../stack/secrets.ts';
import { compareKeys, keyFingerprints, type KeyFingerprints } from '../stack/stamp-key-record.ts';
import { StackError } from '../stack/stack-error.ts';

const schema = z.object({
  format: z.literal(1),
  secrets: secretsSchema,
  /** Keys of the shop in Medusa (`keys.json`). */
  shop: z.unknown(),
});

/** All that must be kept apart from a backup of the database. */
export type KeysFile = z.infer<typeof schema>;

/** The secrets this installation works with: what the environment gives stands before what was drawn. */
export async function keysOf(dataDir: string, secrets: Secrets, env: Environment): Promise<KeysFile> {
  return {
    format: 1,
    secrets: {
      ...secrets,
      siteKey: env.SITE_KEY ?? secrets.siteKey,
      receiptSecret: env.RECEIPT_SECRET ?? secrets.receiptSecret,
      medusaJwtSecret: env.MEDUSA_JWT_SECRET ?? secrets.medusaJwtSecret,
      medusaCookieSecret: env.MEDUSA_COOKIE_SECRET ?? secrets.medusaCookieSecret,
      stampKeys: JSON.stringify(plainStampKeys(keyringOf(secrets, env))),
    },
    shop: await readJson(path.join(dataDir, 'keys.json')),
  };
}

export function keyringOf(secrets: Secrets, env: Pick<Environment, 'STAMP_KEYS'>): StampKeyring {
  const keyring = env.STAMP_KEYS ?? parseStampKeys(secrets.stampKeys);
  if (keyring) return keyring;
  throw new StackError(
    '"stampKeys" in secrets.json cannot be used. Put the file back from the backup of the keys.',
  );
}

/**
 * The keys that belong to a backup, or a bare secrets.json in their place.
 * @throws StackError where the file is missing, is no file of keys, or holds those of another installation
 */
export async function readKeys(location: string, belongTo: KeyFingerprints): Promise<KeysFile> {
  const text = await readFile(location, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StackError(
      `The keys of this backup cannot be read from ${location} (${error.code ?? error.message}). Say where they are ` +
        'with --keys FILE: the file "…-keys.json" that npm run backup wrote, or a secrets.json. Without them every ' +
        'printed stamp would be told to be false, so nothing was put back.',
    );
  });
  const found = parse(text);
  const bare = secretsSchema.safeParse(found);
  const parsed = schema.safeParse(bare.success ? { format: 1, secrets: bare.data, shop: null } : found);
  if (!parsed.success)
    throw new StackError(`${location} holds no keys of an installation. Nothing was put back.`);
  const compared = compareKeys(
    belongTo,
    keyFingerprints(keyringOf(parsed.data.secrets, { STAMP_KEYS: undefined })),
  );
  if (compared.state !== 'differs') return parsed.data;
  throw new StackError(
    `The stamp keys in ${location} are not those of this backup (epoch ${[...compared.missing, ...compared.other].join(', ')} ` +
      'is missing or another): they are of another installation, or from before a rotation. Nothing was put back.',
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
