import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
const commands = [
  ...Object.entries(scripts),
  ...['build', 'start', 'user', 'db:migrate'].map(
    (name) => [`medusa ${name}`, `node medusa/cli.ts ${name}`] as const,
  ),
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'command-lines-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs a command as npm does, where nothing can be reached and nothing is where it would be written. */
function run(command: string, ...args: string[]): Promise<Ended> {
  const PATH = `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}`;
  const env = { PATH, HOME: folder, DATA_DIR: path.join(folder, 'data'), OUT_DIR: path.join(folder, 'out') };
  return new Promise((resolve) => {
    const child = execFile(
      'sh',
      ['-c', `${command} "$@"`, 'sh', ...args],
      { cwd: root, env, timeout: 60_000 },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe.each(commands)('npm run %s', (name, command) => {
  it('says how it is written when asked, and starts nothing', async () => {
    const before = await changed('docs/routes.md');
    for (const ask of ['--help', '-h']) {
      const { code, out, err } = await run(command, ask);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const lines = out.trim().split('\n');
      expect(lines[0]).toMatch(/^(npm |node )/);
      expect(out).toContain(name.split(/[ :]/)[0] === 'medusa' ? 'cli' : (name.split(':')[0] ?? name));
      // `trace` has a line for each of its commands.
      expect(lines.length).toBeLessThanOrEqual(name === 'trace' ? 40 : 14);
    }
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
    expect(existsSync(path.join(folder, 'out'))).toBe(false);
    expect(await changed('docs/routes.md')).toBe(before);
  });

  it('refuses an option it does not know, in words', async () => {
    const { code, out, err } = await run(command, '--no-such-option');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('no-such-option');
    expect(err).toMatch(/npm |node /);
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
  });
});

async function changed(file: string): Promise<string> {
  const { mtimeMs } = await stat(path.join(root, file));
  return `${mtimeMs} ${(await readFile(path.join(root, file))).length}`;
}
