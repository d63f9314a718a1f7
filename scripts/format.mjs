import { spawnSync } from 'node:child_process';
import { readCommandLine } from '../src/config/command-line.mjs';

readCommandLine(`
npm run format

Lays every file out as Prettier does, in place.
`);
const prettier = 'node_modules/prettier/bin/prettier.cjs';
const { status } = spawnSync(process.execPath, [prettier, '--write', '--log-level', 'warn', '.'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
