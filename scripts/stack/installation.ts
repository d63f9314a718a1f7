import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../../src/config/env.ts';
import { findCluster } from './postgres-home.ts';
import { drawSecrets, readSecrets, secretsFile, writeSecrets, type Secrets } from './secrets.ts';
import { StackError } from './stack-error.ts';
import { acceptCommand } from './stamp-key-record.ts';

/** The secrets a start works with. */
export interface OpenSecrets {
  secrets: Secrets;
  /** Whether they were drawn by this start. */
  created: boolean;
  /** Notes in the file that a database was used with them. */
  noteUse(): Promise<void>;
  /** Takes a file back that this start has written, where nothing came to depend on it. */
  takeBack(): Promise<void>;
}

/**
 * The secrets of a data folder: read, or drawn at random on the very first start. A database without its
 * secrets, and secrets without their database, are halves of an installation that was not put back whole:
 * drawing or creating the other half would make every printed stamp false, or unknown.
 * @param accept begins with what is there, on purpose
 * @throws StackError when a half is missing or the file cannot be used
 */
export async function openSecrets(
  dataDir: string,
  env: Pick<Environment, 'DATABASE_URL' | 'MEDUSA_URL'>,
  accept: boolean,
): Promise<OpenSecrets> {
  const location = secretsFile(dataDir);
  const ownDatabase = !env.DATABASE_URL && !env.MEDUSA_URL;
  const cluster = ownDatabase ? findCluster(dataDir) : null;
  const found = await readSecrets(dataDir);
  if (!found && cluster !== null && !accept) throw new StackError(noSecrets(location, cluster, dataDir));
  if (found?.inUseSince && ownDatabase && cluster === null && !accept) {
    throw new StackError(noDatabase(location, dataDir));
  }
  const secrets = found ?? drawSecrets();
  if (!found) await writeSecrets(dataDir, secrets);
  return {
    secrets,
    created: !found,
    async noteUse() {
      if (!secrets.inUseSince) {
        await writeSecrets(dataDir, { ...secrets, inUseSince: new Date().toISOString() });
      }
    },
    async takeBack() {
      if (!found) await rm(location, { force: true });
    },
  };
}

function noSecrets(location: string, cluster: string, dataDir: string): string {
  return (
    `The database is in ${cluster}, and its secrets are missing (${location}). Nothing was started: with new ones ` +
    'every printed stamp would be told to be false.\n' +
    '  Put secrets.json back from the backup of the keys (npm run backup writes it beside each backup, "…-keys.json": ' +
    'npm run restore puts both back together).\n' +
    `  To begin truly anew, with an empty shop and no stamps: move ${dataDir} and ${path.dirname(cluster)} away.\n` +
    `  Only where the keys are lost for good and the orders shall stay: ${acceptCommand}; stamps printed so far are ` +
    'then told to be false.'
  );
}

function noDatabase(location: string, dataDir: string): string {
  return (
    `The secrets in ${location} were used with a database, and there is none in ${path.join(dataDir, 'postgres')}. ` +
    'Nothing was started: an empty one would know no order and no printed stamp.\n' +
    '  Put the database back from its backup (npm run restore), or set DATABASE_URL or DATA_DIR to where it is.\n' +
    `  To begin with an empty database on purpose: ${acceptCommand}`
  );
}
