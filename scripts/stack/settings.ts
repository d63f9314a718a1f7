import path from 'node:path';
import type { Environment } from '../../src/config/env.ts';
import type { StoreKeys } from '../commerce/bootstrap.ts';
import type { SearchServer } from './meilisearch.ts';
import { nodeEnvironment } from './node-environment.ts';
import type { Secrets } from './secrets.ts';

/** What is known once everything but the site runs. */
export interface Known {
  env: Environment;
  /** The environment as text, for what is handed on as it is. */
  source: Record<string, string | undefined>;
  secrets: Secrets;
  dataDir: string;
  distDir: string;
  port: number;
  siteUrl: string;
  medusaUrl: string | null;
  databaseUrl: string | null;
  /** The database for the role that may only look stamps up. */
  stampsDatabaseUrl: string | null;
  keys: StoreKeys | null;
  search: SearchServer | null;
}

/** Settings of the site's own process: what it needs, and no key that could change anything else. */
export function siteSettings(known: Known): Record<string, string> & { PORT: string } {
  const { env, secrets, search, keys } = known;
  return {
    ...defined({
      ...nodeEnvironment(),
      HOST: env.HOST,
      SITE_URL: known.siteUrl,
      OTHER_HOSTS: env.OTHER_HOSTS?.join(','),
      // Scans wait below it while Medusa is away.
      DATA_DIR: known.dataDir,
      CONTENT_DIR: path.resolve(env.CONTENT_DIR),
      RECORD_DIR: path.join(known.distDir, 'record'),
      SAMPLES: env.SAMPLES ? 'on' : 'off',
      LOG_LEVEL: env.LOG_LEVEL,
      METRICS_TOKEN: env.METRICS_TOKEN,
      SECURITY_CONTACT: env.SECURITY_CONTACT,
      PHONE_ORDERS_A_DAY: String(env.PHONE_ORDERS_A_DAY),
      MEDUSA_URL: known.medusaUrl ?? undefined,
      MEDUSA_PUBLISHABLE_KEY: keys?.publishableKey ?? env.MEDUSA_PUBLISHABLE_KEY,
      SITE_KEY: env.SITE_KEY ?? secrets.siteKey,
      RECEIPT_SECRET: env.RECEIPT_SECRET ?? secrets.receiptSecret,
      ...stampKeySettings(known),
      STAMPS_DATABASE_URL: known.stampsDatabaseUrl ?? undefined,
      MEILI_URL: search?.url,
      MEILI_SEARCH_KEY: search?.searchKey,
      S3_PUBLIC_URL: env.S3_PUBLIC_URL,
      TRUSTED_PROXIES: env.TRUSTED_PROXIES?.join(','),
      CLIENT_ADDRESS_HEADER: env.CLIENT_ADDRESS_HEADER,
      REGION_HEADER: env.REGION_HEADER,
    }),
    PORT: String(known.port),
  };
}

/** Where the site finds the stamp keys: the one place named for this process, else what was drawn. */
function stampKeySettings({ env, source, secrets }: Known): Record<string, string> {
  return env.STAMP_KEYS_FILE
    ? { STAMP_KEYS_FILE: path.resolve(env.STAMP_KEYS_FILE) }
    : { STAMP_KEYS: source.STAMP_KEYS?.trim() || secrets.stampKeys };
}

/** Settings for scripts beside the running stack: the site's, and the keys that may write. */
export function scriptSettings(known: Known): Record<string, string> {
  const { PATH: _path, HOME: _home, NODE_OPTIONS: _options, ...site } = siteSettings(known);
  return {
    ...site,
    ...defined({
      DATABASE_URL: known.databaseUrl ?? undefined,
      MEILI_API_KEY: known.search?.apiKey,
      MEDUSA_ADMIN_KEY: known.keys?.adminKey ?? known.env.MEDUSA_ADMIN_KEY,
    }),
  };
}

function defined(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
