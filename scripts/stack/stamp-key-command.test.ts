import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseStampKeys } from '../../src/config/stamp-keys.ts';
import { StackError } from './stack-error.ts';
import { stampKeyCommand } from './stamp-key-command.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const text = JSON.stringify({ current: '1', epochs: { '1': secret } });
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stamp-keys-script-'));
  file = path.join(folder, 'keys.json');
  await writeFile(file, text, { mode: 0o600 });
});

afterEach(() => rm(folder, { recursive: true }));

/** Runs the command with these settings and no others. */
async function run(args: string[], settings: Record<string, string> = { STAMP_KEYS_FILE: file }) {
  const now = new Date('2026-09-01T00:00:00Z');
  try {
    const done = await stampKeyCommand(args, { DATA_DIR: folder, ...settings }, now);
    return { changed: done.next !== null, out: done.table, said: done.next ?? '' };
  } catch (error) {
    if (error instanceof StackError) return { changed: false, out: '', said: error.message };
    throw error;
  }
}

const keyring = async () => parseStampKeys(await readFile(file, 'utf8'));

it('rotates, cuts the old epoch off and lists both without their secrets', async () => {
  const rotated = await run(['rotate']);
  expect(rotated).toMatchObject({ changed: true, said: expect.stringContaining('restart') });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const after = await keyring();
  expect(after?.current).toBe('2');
  expect(after?.epochs['1']).toMatchObject({ until: '2026-09-01T00:00:00.000Z', cutOff: null });
  expect(after?.epochs['2']).toMatchObject({ from: '2026-09-01T00:00:00.000Z', until: null });

  const cut = await run(['cut-off', '1', '--at', '2026-08-05T17:00:00+07:00']);
  expect(cut.changed).toBe(true);
  expect((await keyring())?.epochs['1']?.cutOff).toBe('2026-08-05T10:00:00.000Z');

  const { out } = await run(['list']);
  expect(out).toMatch(/^1 .*2026-08-05T10:00:00\.000Z$/m);
  expect(out).toMatch(/^2 \(current\)/m);
  const shown = [rotated, cut].map(({ out: table, said }) => table + said).join('') + out;
  for (const key of Object.values(after?.epochs ?? {})) {
    expect(shown).not.toContain(Buffer.from(key.secret).toString('base64'));
  }
});

it.each([
  [['cut-off', '1'], 'rotate'],
  [['cut-off', '9'], 'The epochs are: 1'],
  [['cut-off'], 'Say what to do'],
  [['turn'], 'Say what to do'],
  [['rotate', '--at', '2026-08-05T00:00:00Z'], 'Say what to do'],
  [['list', '--all'], 'Say what to do'],
])('changes nothing on %j and says why', async (args, why) => {
  const { changed, said } = await run(args);
  expect(changed).toBe(false);
  expect(said).toContain(why);
  expect(await readFile(file, 'utf8')).toBe(text);
});

it.each(['yesterday', '2026-08-05', '2026-08-05T17:00:00', '9999-01-01T00:00:00Z'])(
  'asks again for the instant %s',
  async (at) => {
    const { changed, said } = await run(['cut-off', '1', '--at', at]);
    expect(changed).toBe(false);
    expect(said).toContain('--at should be');
  },
);

it('tells the next step where the keys stand in the environment', async () => {
  const { changed, said } = await run(['rotate'], { STAMP_KEYS: text });
  expect(changed).toBe(false);
  expect(said).toContain('npm run stamp-keys -- rotate');
  expect(said).toContain('STAMP_KEYS_FILE');
  expect(said).not.toContain(secret);
  expect((await run(['list'], { STAMP_KEYS: text })).out).toMatch(/^1 \(current\)/m);
});

it('tells where keys come from when there are none', async () => {
  expect((await run(['list'], {})).said).toContain('npm start');
});
