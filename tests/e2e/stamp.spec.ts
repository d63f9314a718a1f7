import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrPng } from '../support/qr-png.ts';
import { expect, test } from '../support/fixtures.ts';
import { testStack } from '../support/stack.ts';

const run = promisify(execFile);

// In Node the decoder cannot fetch its own program; it is given from the package.
const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

/** Issues stamps with the command staff use, and reads every address back from a QR code drawn of it. */
async function issuedUrls(lot: string, count: number): Promise<string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'stamps-'));
  try {
    const table = join(dir, 'stamps.csv');
    const order = ['--lot', lot, '--count', String(count), '--out', table];
    await run(process.execPath, ['scripts/stamps.ts', ...order], { env: testStack().env });
    const rows = (await readFile(table, 'utf8')).trim().split('\n').slice(1);
    expect(rows).toHaveLength(count);
    const urls = rows.map((row) => row.split(',')[1]?.trim() ?? '');
    const read = await Promise.all(
      urls.map(async (url) => {
        const [barcode] = await readBarcodes(await qrPng(url), { formats: ['QRCode'] });
        return barcode?.text ?? `${url} could not be read`;
      }),
    );
    expect(read).toEqual(urls);
    return read.sort();
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The printed address names the public host; the path is what this run's site answers. */
const pathOf = (url: string) => new URL(url).pathname;

/** The same code with one character of its tag changed to another of the alphabet. */
function forged(path: string): string {
  const last = path.at(-1) === '0' ? '1' : '0';
  return path.slice(0, -1) + last;
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('twenty stamps are issued, read from their pictures and answered with stars, origin and lot', async ({
    page,
  }) => {
    const urls = await issuedUrls('MAU-MN-390415', 20);
    expect(new Set(urls).size).toBe(20);
    expect(urls[0]).toMatch(/^HTTPS?:\/\/[^/]+\/01\/\d{14}\/21\/[0-9A-HJKMNP-TV-Z]{20}$/);

    const answer = await page.goto(pathOf(urls[0] ?? ''));
    expect(answer?.status()).toBe(200);
    const main = page.getByRole('main');
    await expect(main).toContainText('3 sao');
    await expect(main).toContainText('101/QĐ-UBND');
    // The servers go by the clock of the tests.
    await expect(main).toContainText('Tính đến ngày 15/06/2039');
    await expect(main).toContainText('Phan Thiết');
    await expect(main).toContainText('MAU-MN-390415');
    await expect(main).toContainText(/dữ liệu mẫu/i);

    const english = await page.goto(`/en${pathOf(urls[0] ?? '')}`);
    expect(english?.status()).toBe(200);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('main')).toContainText('3 stars');
  });

  test('a producer without a GTIN gets stamps on our own path', async ({ page }) => {
    const [url] = await issuedUrls('MAU-GHS-390505', 1);
    expect(url).toMatch(/^HTTPS?:\/\/[^/]+\/T\/[0-9A-HJKMNP-TV-Z]{20}$/);
    await page.goto(pathOf(url ?? ''));
    await expect(page.getByRole('main')).toContainText('Đào Viên');
    await expect(page.getByRole('main')).toContainText('MAU-GHS-390505');
  });

  for (const lot of ['MAU-GHS-390505', 'MAU-MN-390415']) {
    test(`a typed code of ${lot} with spaces and small letters is understood`, async ({ page }) => {
      const [url] = await issuedUrls(lot, 1);
      const code = pathOf(url ?? '')
        .slice(-20)
        .toLowerCase();
      await page.goto('/tem');
      await page.getByLabel('Mã in trên tem').fill(code.replace(/(.{5})/g, '$1 '));
      await page.getByRole('button', { name: 'Kiểm tra' }).click();
      await expect(page.getByRole('main')).toContainText(lot);
    });
  }

  test.describe('forged', () => {
    test.use({ expectedErrors: [/status of 404/] });

    test('one changed character is not genuine, with 404 and no product', async ({ page }) => {
      for (const lot of ['MAU-MN-390415', 'MAU-GHS-390505']) {
        const [url] = await issuedUrls(lot, 1);
        const answer = await page.goto(forged(pathOf(url ?? '')));
        expect(answer?.status()).toBe(404);
        await expect(page.getByRole('heading', { level: 1 })).toContainText(/không phải tem/i);
        await expect(page.getByRole('main')).not.toContainText(lot);
      }
    });
  });
});

test('every scan by another phone is counted once, a second look within ten minutes is not', async ({
  browser,
}) => {
  const [url] = await issuedUrls('MAU-GHS-390505', 1);
  const read = async (userAgent: string) => {
    const context = await browser.newContext({
      userAgent,
      baseURL: testStack().siteUrl,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(pathOf(url ?? ''));
    const text = await page.getByRole('main').innerText();
    await context.close();
    return text;
  };
  // A device token is made of coarse things only: the phone's make tells two apart, its version does not.
  const phone = (make: string, version: number) =>
    `Mozilla/5.0 (Linux; Android ${version}; ${make}) AppleWebKit/537.36 Chrome/${version}0.0 Mobile Safari/537.36`;
  const scans = (text: string) =>
    text.includes('lần quét đầu tiên') ? '1' : /Số lần\s+(\d+)/.exec(text)?.[1];
  expect(scans(await read(phone('Redmi Note', 13)))).toBe('1');
  expect(scans(await read(phone('Redmi Note', 14)))).toBe('1');
  expect(scans(await read(phone('SM-A', 13)))).toBe('2');
});
