import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { cutOffStampKey, rotateStampKeys, STAMP_SECRET_BYTES } from '@ocop/rules/stamps/stamp-keys';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { readEnv } from '../../src/config/env.ts';
import { StackError } from './stack-error.ts';
import { findStampKeys, type StampKeyStore } from './stamp-key-store.ts';

type Settings = Record<string, string | undefined>;

const USAGE = 'Say what to do: list, rotate, or cut-off EPOCH with --at INSTANT where it is not now.';

/**
 * `npm run stamp-keys`: lists the key epochs, draws a new one, or cuts one off, and writes them where
 * they were found. Never tells a secret.
 * @param args what stands behind the command's name
 * @param source the settings of this process
 * @returns the epochs as they are afterwards, and what is to be done next
 * @throws StackError, with a message for people, when nothing was changed
 */
export async function stampKeyCommand(
  args: readonly string[],
  source: Settings,
  now: Date,
): Promise<{ table: string; next: string | null }> {
  const command = readCommand(args);
  if (command.name === 'list') return { table: table(await keysNow(source)), next: null };
  const store = await storeToChange(source, args.join(' '));
  const changed =
    command.name === 'rotate'
      ? rotated(store.keyring, now)
      : cutOff(store.keyring, command.epoch, instant(command.at, now));
  await store.write(changed).catch((error: unknown) => {
    throw new StackError(
      `${store.location} could not be written (${String(error)}), so nothing changed. Run this as its owner.`,
    );
  });
  const next =
    `Written to ${store.location}. Now restart what uses them (npm start, or the site and Medusa where they ` +
    'run by themselves) and back the file up: without it the stamps of a lost epoch cannot be checked.';
  return { table: table(changed), next };
}

type Command =
  { name: 'list' } | { name: 'rotate' } | { name: 'cut-off'; epoch: string; at: string | undefined };

function readCommand(args: readonly string[]): Command {
  const { positionals, at } = options(args);
  const [name, epoch, ...rest] = positionals;
  if (rest.length === 0 && name === 'cut-off' && epoch !== undefined) return { name, epoch, at };
  if (epoch === undefined && at === undefined && (name === 'list' || name === 'rotate')) return { name };
  throw new StackError(USAGE);
}

function options(args: readonly string[]): { positionals: string[]; at: string | undefined } {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { at: { type: 'string' } },
    });
    return { positionals, at: values.at };
  } catch (error) {
    throw new StackError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

async function keysNow(source: Settings): Promise<StampKeyring> {
  const given = source.STAMP_KEYS?.trim() ? readEnv(source).STAMP_KEYS : undefined;
  return given ?? (await storeToChange(source, 'list')).keyring;
}

async function storeToChange(source: Settings, command: string): Promise<StampKeyStore> {
  const found = await findStampKeys(source);
  if (found.ok) return found.store;
  if (found.reason === 'environment') {
    throw new StackError(
      'The stamp keys stand in STAMP_KEYS, where this command cannot change them; nothing changed. ' +
        'Move them to a file for its owner alone, once, in the shell that has STAMP_KEYS:\n\n' +
        `  (umask 077; printf '%s' "$STAMP_KEYS" > stamp-keys.json)\n` +
        '  unset STAMP_KEYS; export STAMP_KEYS_FILE="$PWD/stamp-keys.json"\n' +
        `  npm run stamp-keys -- ${command}\n\n` +
        'Then give the site STAMP_KEYS_FILE in place of STAMP_KEYS and restart it.',
    );
  }
  if (found.reason === 'nowhere') {
    throw new StackError(
      'No stamp keys were found: neither STAMP_KEYS_FILE nor the secrets of DATA_DIR are there. ' +
        'Run `npm start` once, which draws them, or set STAMP_KEYS_FILE or DATA_DIR to where they are.',
    );
  }
  throw new StackError(
    `The stamp keys in ${found.location} cannot be used, so nothing changed. It should be ${found.expected}`,
  );
}

function rotated(keyring: StampKeyring, now: Date): StampKeyring {
  const change = rotateStampKeys(keyring, randomBytes(STAMP_SECRET_BYTES), now.toISOString());
  if (change.ok) return change.keyring;
  throw new StackError(
    'All 32 epochs are in use, so no new one was made. An epoch whose stamps are all off the market ' +
      'may be removed from the file by hand; its stamps are refused from then on (npm start -- --accept-keys).',
  );
}

function cutOff(keyring: StampKeyring, epoch: string, at: string): StampKeyring {
  const change = cutOffStampKey(keyring, epoch, at);
  if (change.ok) return change.keyring;
  const known = Object.keys(keyring.epochs).join(', ');
  const why = {
    'unknown-epoch': `There is no epoch ${epoch}, so nothing changed. The epochs are: ${known}.`,
    'current-epoch':
      `Epoch ${epoch} is the one new stamps are made under, so nothing changed: they would be refused at ` +
      `once. Run \`npm run stamp-keys -- rotate\` first, then this again.`,
    'cut-off-earlier':
      `Epoch ${epoch} is cut off from ${keyring.epochs[epoch]?.cutOff} already, so nothing changed: ` +
      'a later instant would let forged stamps back in.',
  };
  throw new StackError(why[change.reason]);
}

/** The instant as ISO 8601 in UTC; a time without its zone, or one to come, is asked for again. */
function instant(text: string | undefined, now: Date): string {
  if (text === undefined) return now.toISOString();
  const zoned = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (zoned <= now.getTime()) return new Date(zoned).toISOString();
  throw new StackError(
    `--at should be when the key may have leaked, with its zone, like 2026-08-05T17:00:00+07:00, ` +
      `and not in the future; "${text}" is not. Nothing changed.`,
  );
}

function table({ current, epochs }: StampKeyring): string {
  const rows = Object.entries(epochs).map(([epoch, key]) => [
    epoch + (epoch === current ? ' (current)' : ''),
    key.from ?? 'not known',
    key.until ?? (epoch === current ? '' : 'not known'),
    key.cutOff ?? '',
  ]);
  return [['epoch', 'new stamps from', 'until', 'cut off from'], ...rows]
    .map((row) =>
      row
        .map((cell) => cell.padEnd(26))
        .join('')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
