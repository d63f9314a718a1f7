import { spawn } from 'node:child_process';
import path from 'node:path';
import { readRunning } from '../src/config/running.ts';

// Astro's development server, talking to the servers of a running `npm start` where there is one.
const running = await readRunning(process.env.DATA_DIR ?? '.data');
const { PORT: _port, SITE_URL: _site, RECORD_DIR: _record, HOST: _host, ...env } = running?.env ?? {};
process.stdout.write(
  running
    ? `Using the servers of the npm start at ${running.siteUrl}.\n`
    : 'No npm start is running: cart, orders, stamps and the full search are away. Run npm start first to have them.\n',
);
const child = spawn(
  process.execPath,
  [path.resolve('node_modules/astro/bin/astro.mjs'), 'dev', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ASTRO_TELEMETRY_DISABLED: '1', ...env, ...process.env } },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
