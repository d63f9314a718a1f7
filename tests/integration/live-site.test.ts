/** The site of `npm run dev`: what it shows while the content cannot be read. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clearContentFault, tellContentFault } from '../../scripts/stack/content-fault.ts';
import { nodeEnvironment } from '../../scripts/stack/node-environment.ts';
import { anyPort } from '../../scripts/stack/ports.ts';
import { testStack } from '../support/stack.ts';

let folder: string;
let site: ChildProcess;
let url: string;
const recordDir = () => path.join(folder, 'record');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'live-site-'));
  await cp(path.join(testStack().distDir, 'record'), recordDir(), { recursive: true });
  const port = await anyPort();
  url = `http://localhost:${port}`;
  site = spawn(process.execPath, ['scripts/stack/live-site.ts'], {
    env: {
      ...nodeEnvironment(),
      NODE_ENV: 'development',
      ASTRO_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      SITE_URL: url,
      DATA_DIR: folder,
      CONTENT_DIR: testStack().env.CONTENT_DIR,
      RECORD_DIR: recordDir(),
    },
    stdio: 'ignore',
  });
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const isUp = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await pause(200);
  }
  throw new Error('The live site did not answer.');
}, 120_000);
afterAll(async () => {
  site.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const page = async () => {
  const answer = await fetch(`${url}/gioi-thieu`, { headers: { accept: 'text/html' } });
  return { status: answer.status, text: await answer.text() };
};

test('tells the fault in place of every page, and the page again once it is mended', async () => {
  expect((await page()).status).toBe(200);
  await tellContentFault(recordDir(), 'products/mam/product.yaml · set: "<x>" was found; write the number');
  const faulty = await page();
  expect(faulty.status).toBe(500);
  expect(faulty.text).toContain('products/mam/product.yaml · set: "&lt;x>" was found; write the number');
  // What makes an open page look again is not kept away.
  expect((await fetch(`${url}/@vite/client`)).status).toBe(200);
  await clearContentFault(recordDir());
  expect((await page()).status).toBe(200);
}, 90_000);
