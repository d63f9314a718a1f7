import { siteEnv } from '../config/env.ts';
import { connectMedusa } from './connection.ts';
import type { MedusaAddress, MedusaConnection } from './connection.ts';

let connection: MedusaConnection | undefined;

/** The running site's connection to Medusa; made on first use from the environment. */
export function medusa(): MedusaConnection {
  if (connection) return connection;
  connection = connectMedusa(medusaAddress());
  return connection;
}

/** Where the running site's Medusa is; null where it has none. */
export function medusaAddress(): MedusaAddress | null {
  const { MEDUSA_URL, MEDUSA_PUBLISHABLE_KEY, SITE_KEY } = siteEnv();
  return MEDUSA_URL && MEDUSA_PUBLISHABLE_KEY && SITE_KEY
    ? { url: MEDUSA_URL, publishableKey: MEDUSA_PUBLISHABLE_KEY, siteKey: SITE_KEY }
    : null;
}
