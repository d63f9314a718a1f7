import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { anyPort } from '../../scripts/stack/ports.ts';
import { expect, test } from '../support/fixtures.ts';
import { testStack } from '../support/stack.ts';

/** The same build, served by a process that reaches neither Medusa nor Meilisearch nor the database. */
let site: ChildProcess;
let url: string;
let dataDir: string;

test.beforeAll(async () => {
  const stack = testStack();
  const [port, nobody] = [await anyPort(), await anyPort()];
  dataDir = await mkdtemp(join(tmpdir(), 'ocop-alone-'));
  url = `http://localhost:${port}`;
  site = spawn(process.execPath, ['src/server/main.ts', stack.distDir], {
    env: {
      ...stack.env,
      PORT: String(port),
      SITE_URL: url,
      DATA_DIR: dataDir,
      MEDUSA_URL: `http://127.0.0.1:${nobody}`,
      MEILI_URL: `http://127.0.0.1:${nobody}`,
      STAMPS_DATABASE_URL: `postgres://nobody@127.0.0.1:${nobody}/none`,
    },
    stdio: 'ignore',
  });
  await expect
    .poll(() =>
      fetch(`${url}/healthz`).then(
        (answer) => answer.status,
        () => 0,
      ),
    )
    .toBe(200);
});

test.afterAll(async () => {
  site.kill();
  await rm(dataDir, { recursive: true, force: true });
});

test('search says calmly that it is working with less, and still finds', async ({ page }) => {
  const answer = await page.goto(`${url}/tim-kiem?q=gom+hoa+sen`);
  expect(answer?.status()).toBe(200);
  const results = page.getByRole('region', { name: 'Kết quả tìm kiếm' });
  await expect(results.getByRole('link', { name: 'Bình gốm hoa sen Thử' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Máy tìm kiếm đang nghỉ');
});

test('the catalogue stands on its own', async ({ page }) => {
  const answer = await page.goto(`${url}/san-pham/mam-nem-thu`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('main')).toContainText('OCOP 3 sao');
});

test('a true stamp is still told from a false one, and says that its state is not known now', async ({
  page,
}) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['scripts/stamps.ts', '--lot', 'MAU-MN-390415', '--count', '1'],
    { env: testStack().env },
  );
  const path = new URL(stdout.trim().split('\n').at(-1)?.split(',')[1] ?? '').pathname;
  const answer = await page.goto(`${url}${path}`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('main')).toContainText('chưa rõ tình trạng');
  await expect(page.getByRole('main')).toContainText('Phan Thiết');
  const forged = await page.request.get(`${url}${path.slice(0, -1)}${path.endsWith('0') ? '1' : '0'}`);
  expect(forged.status()).toBe(404);
});

test.describe('the cart', () => {
  test.use({ expectedErrors: [/status of 50[234]/] });

  test('says that nothing was lost and what to do', async ({ page }) => {
    await page.goto(`${url}/san-pham/mam-nem-thu`);
    await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
    await expect(page.getByRole('main')).toContainText(/chưa thêm được|chưa đưa được|không trả lời/i);
  });
});
