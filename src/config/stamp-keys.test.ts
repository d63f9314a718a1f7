import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plainStampKeys } from '@ocop/rules/stamps/stamp-keyring-json';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseEnvironment } from './env.ts';
import { parseStampKeys } from './stamp-keys.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const short = JSON.stringify({ current: '1', epochs: { '1': key } });

describe('parseStampKeys', () => {
  it('reads bare keys and keys with dates, and writes them again', () => {
    const dated = { secret: key, until: '2026-08-05T07:00:00+07:00', cutOff: null };
    const keys = parseStampKeys(JSON.stringify({ current: 'A', epochs: { '1': dated, A: key } }));
    const secret = new Uint8Array(32).fill(7);
    expect(keys).toEqual({
      current: 'A',
      epochs: {
        '1': { secret, from: null, until: '2026-08-05T00:00:00.000Z', cutOff: null },
        A: { secret, from: null, until: null, cutOff: null },
      },
    });
    expect(keys && parseStampKeys(JSON.stringify(plainStampKeys(keys)))).toEqual(keys);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"current":"1","epochs":{}}',
    '{"current":"1","epochs":{"1":"AA=="}}',
    `{"current":"2","epochs":{"1":"${key}"}}`,
    `{"current":"toString","epochs":{"1":"${key}"}}`,
    `{"current":"O","epochs":{"O":"${key}"}}`,
    `{"current":"1","epochs":{"1":{"secret":"${key}","until":"5/8/2026"}}}`,
    `{"current":"1","epochs":{"1":{"secret":"${key}","cutoff":"2026-08-05T00:00:00Z"}}}`,
    `{"current":"1","epochs":{"1":{"secret":"${key}","cutOff":"2026-08-05T00:00:00Z"}}}`,
  ])('refuses %s', (value) => expect(parseStampKeys(value)).toBeNull());
});

describe('STAMP_KEYS_FILE', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'stamp-keys-test-'));
    file = path.join(folder, 'keys.json');
    await writeFile(file, short, { mode: 0o600 });
  });

  afterEach(() => rm(folder, { recursive: true }));

  const problem = (source: Record<string, string>) => {
    const result = parseEnvironment(source);
    return result.ok ? null : result.problems[0];
  };

  it('gives the keys as STAMP_KEYS does, also by a path from the working directory', () => {
    const expected = parseStampKeys(short);
    for (const location of [file, path.relative(process.cwd(), file)]) {
      const parsed = parseEnvironment({ STAMP_KEYS_FILE: location });
      expect(parsed.ok && parsed.env.STAMP_KEYS).toEqual(expected);
    }
  });

  it.each([0o640, 0o604, 0o660, 0o644])('is refused when others may open it (mode %o)', async (mode) => {
    await chmod(file, mode);
    expect(problem({ STAMP_KEYS_FILE: file })).toEqual({
      variable: 'STAMP_KEYS_FILE',
      expected: expect.stringContaining(`chmod 600 ${file}`),
    });
  });

  it('may be stricter than for its owner to write', async () => {
    await chmod(file, 0o400);
    expect(problem({ STAMP_KEYS_FILE: file })).toBeNull();
  });

  it('is refused beside STAMP_KEYS, when missing, and when it holds something else', async () => {
    expect(problem({ STAMP_KEYS_FILE: file, STAMP_KEYS: short })?.expected).toContain('STAMP_KEYS');
    expect(problem({ STAMP_KEYS_FILE: path.join(folder, 'none') })?.expected).toContain('ENOENT');
    await writeFile(file, `{"current":"1","epochs":{"1":"secret words"}}`);
    const told = problem({ STAMP_KEYS_FILE: file });
    expect(told?.variable).toBe('STAMP_KEYS_FILE');
    expect(told?.expected).toContain('JSON like');
    expect(told?.expected).not.toContain('secret words');
  });
});
