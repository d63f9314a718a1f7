import { createHmac } from 'node:crypto';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import pg from 'pg';
import { StackError } from './stack-error.ts';

/** Fingerprint of the secret of each epoch, by epoch. It tells nothing of the secret. */
export type KeyFingerprints = Readonly<Record<string, string>>;

/** How the keys at hand compare with those a database was used with. */
export type KeyComparison =
  | { state: 'same' }
  /** The database was used with no keys yet. */
  | { state: 'unknown' }
  /** Stamps of these epochs would be told to be false: their key is gone, or is another one. */
  | { state: 'differs'; missing: readonly string[]; other: readonly string[] };

const DOMAIN = 'which stamp key this is 1';

export function keyFingerprints(keyring: StampKeyring): KeyFingerprints {
  return Object.fromEntries(
    Object.entries(keyring.epochs).map(([epoch, { secret }]) => [
      epoch,
      createHmac('sha256', secret).update(DOMAIN).digest('hex').slice(0, 32),
    ]),
  );
}

/** Epochs that came after the record was written are no difference: that is a rotation. */
export function compareKeys(recorded: KeyFingerprints, current: KeyFingerprints): KeyComparison {
  const epochs = Object.keys(recorded);
  if (epochs.length === 0) return { state: 'unknown' };
  const missing = epochs.filter((epoch) => current[epoch] === undefined);
  const other = epochs.filter((epoch) => current[epoch] !== undefined && current[epoch] !== recorded[epoch]);
  return missing.length + other.length === 0 ? { state: 'same' } : { state: 'differs', missing, other };
}

export interface KeyCheck {
  /** Where the keys come from, for people. */
  keysFrom: string;
  /** Whether these keys were used with a database before. */
  inUse: boolean;
  /** Takes keys and database for a pair, whatever was recorded. */
  accept: boolean;
}

/**
 * Holds a database and the stamp keys to each other: with the keys of another installation, or those from
 * before a rotation, every stamp printed under a missing one would be told to be false. The database keeps
 * a fingerprint of each key it was used with.
 * @throws StackError when they are no pair; nothing was changed then
 */
export async function holdKeysToDatabase(
  databaseUrl: string,
  keyring: StampKeyring,
  { keysFrom, inUse, accept }: KeyCheck,
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const current = keyFingerprints(keyring);
    const recorded = await readRecord(client);
    const compared = compareKeys(recorded, current);
    if (!accept) refuseStrangers(compared, { keysFrom, inUse, database: nameOf(databaseUrl) });
    await client.query(
      'create table if not exists ocop_stamp_key ' +
        '(epoch text primary key, fingerprint text not null, recorded_at timestamptz not null default now())',
    );
    await client.query('begin');
    if (accept) await client.query('delete from ocop_stamp_key');
    for (const [epoch, fingerprint] of Object.entries(current)) {
      await client.query(
        'insert into ocop_stamp_key (epoch, fingerprint) values ($1, $2) on conflict (epoch) do nothing',
        [epoch, fingerprint],
      );
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function readRecord(client: pg.Client): Promise<KeyFingerprints> {
  const there = await client.query<{ there: boolean }>(
    "select to_regclass('ocop_stamp_key') is not null as there",
  );
  if (!there.rows[0]?.there) return {};
  const { rows } = await client.query<{ epoch: string; fingerprint: string }>(
    'select epoch, fingerprint from ocop_stamp_key',
  );
  return Object.fromEntries(rows.map(({ epoch, fingerprint }) => [epoch, fingerprint]));
}

function refuseStrangers(
  compared: KeyComparison,
  { keysFrom, inUse, database }: { keysFrom: string; inUse: boolean; database: string },
): void {
  if (compared.state === 'unknown' && inUse) {
    throw new StackError(
      `The keys in ${keysFrom} were used with a database before, and the database ${database} was used with none: ` +
        'it is empty, or another one. No stamp that was printed would be known in it.\n' +
        '  Put the database back from its backup (npm run restore), or correct DATABASE_URL.\n' +
        `  To begin with this database on purpose: ${acceptCommand}`,
    );
  }
  if (compared.state !== 'differs') return;
  const { missing, other } = compared;
  const faults = [
    ...(missing.length > 0 ? [`the key of epoch ${missing.join(', ')} is missing`] : []),
    ...(other.length > 0 ? [`the key of epoch ${other.join(', ')} is another one`] : []),
  ];
  throw new StackError(
    `The stamp keys in ${keysFrom} are not those of the database ${database}: ${faults.join('; ')}. ` +
      'Stamps printed with what is not here would be told to be false.\n' +
      '  Put back the newest backup of the keys of this installation (secrets.json, or what STAMP_KEYS holds).\n' +
      `  Only where those keys are lost for good, or were given up on purpose: ${acceptCommand}`,
  );
}

/** What an operator says who means it. */
export const acceptCommand = 'npm start -- --accept-keys';

function nameOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `${pathname.slice(1)} on ${host}`;
}
