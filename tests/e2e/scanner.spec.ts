import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { qrPng } from '../support/qr-png.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { newStamps, qrPhoto, writeStampClip } from '../support/printed-stamps.ts';
import { testStack } from '../support/stack.ts';

const pathOf = (url: string) => new URL(url).pathname;

/** Chooses a file as a person would, once the page is ready to read it. */
async function choosePhoto(
  page: Page,
  photo: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0],
) {
  const field = page.getByLabel(/Chọn ảnh chụp tem|Choose a photo/);
  await expect(field).toBeEnabled();
  await field.setInputFiles(photo);
}

test.describe('a photo', () => {
  test('of a stamp opens its page, in the language of the reader', async ({ page }) => {
    const [url = ''] = await newStamps('MAU-MN-390415', 1);
    await page.goto('/tem');
    await choosePhoto(page, await qrPhoto(url));
    await expect(page).toHaveURL(pathOf(url));
    await expect(page.getByRole('main')).toContainText('MAU-MN-390415');

    await page.goto('/en/tem');
    await choosePhoto(page, await qrPhoto(url));
    await expect(page).toHaveURL(`/en${pathOf(url)}`);
  });

  test('sends nothing anywhere: only the decoder is fetched', async ({ page }) => {
    await page.goto('/tem');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await choosePhoto(page, await qrPhoto('https://evil.example/T/0'));
    await expect(page.getByRole('heading', { name: 'Không phải tem của trang này' })).toBeVisible();
    const own = /^GET \/(_astro\/|sw\.js|favicon\.svg|tem$|en\/tem$|\.well-known\/jwks\.json)/;
    expect(asked.filter((one) => !own.test(one))).toEqual([]);
  });

  test('of somebody else’s code shows the domain large and opens nothing', async ({ page }) => {
    const [url = ''] = await newStamps('MAU-GHS-390505', 1);
    await page.goto('/tem');
    await choosePhoto(page, await qrPhoto(`https://cho-ocop.evil.example${pathOf(url)}`));
    const answer = page.getByRole('status').filter({ hasText: 'Không phải tem của trang này' });
    await expect(answer).toContainText('cho-ocop.evil.example');
    await expect(page).toHaveURL('/tem');
    await expect(page.locator('a[href*="//cho-ocop.evil"]')).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    // The code itself may be asked about, here: the page goes on saying whose address it was.
    await page.getByRole('link', { name: 'Hỏi trang này về mã đó' }).click();
    await expect(page).toHaveURL(/\/tem\?ma=https/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Địa chỉ này không phải của chúng tôi: cho-ocop.evil.example',
    );
    await expect(page.getByRole('main')).toContainText('Tem đúng, đang dùng');
    expect(await violations(page)).toEqual([]);
    // A window as wide as the narrowest phones shows all of it.
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });

  test('of a stamp in white on black is read too', async ({ page }) => {
    const [url = ''] = await newStamps('MAU-MN-390415', 1);
    await page.goto('/tem');
    const buffer = await sharp(await qrPng(url))
      .negate()
      .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#000' })
      .png()
      .toBuffer();
    await choosePhoto(page, { name: 'am-ban.png', mimeType: 'image/png', buffer });
    await expect(page).toHaveURL(pathOf(url));
  });

  test('without a code, with several, or that is no picture, is told what to do next', async ({ page }) => {
    await page.goto('/tem');
    const blank = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#ccc' } })
      .png()
      .toBuffer();
    await choosePhoto(page, { name: 'a.png', mimeType: 'image/png', buffer: blank });
    await expect(page.getByRole('heading', { name: 'Chưa thấy mã QR trong ảnh' })).toBeVisible();
    expect(await violations(page)).toEqual([]);

    const two = await Promise.all((await newStamps('MAU-GHS-390505', 2)).map((url) => qrPng(url, 6)));
    const sheet = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#fff' } })
      .composite(two.map((input, at) => ({ input, left: at * 500, top: 0 })))
      .png()
      .toBuffer();
    await choosePhoto(page, { name: 'b.png', mimeType: 'image/png', buffer: sheet });
    await expect(page.getByRole('status').filter({ hasText: 'Máy đọc được 2 con tem' })).toBeVisible();

    await choosePhoto(page, { name: 'c.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await expect(page.getByRole('heading', { name: 'Không mở được ảnh này' })).toBeVisible();

    await choosePhoto(page, await qrPhoto('WIFI:S:cho;;'));
    await expect(page.getByRole('status').filter({ hasText: 'WIFI:S:cho;;' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Quét con tem khác' })).toBeFocused();
  });

  test('is read by the phone’s own reader where there is one, and by ours where that one fails', async ({
    page,
  }) => {
    const [url = ''] = await newStamps('MAU-GHS-390505', 1);
    await page.addInitScript(() => {
      // As on phones that have the reader's name and not its service.
      class BarcodeDetector {
        static getSupportedFormats = () => Promise.resolve(['qr_code']);
        detect = () =>
          Promise.reject(new DOMException('Barcode detection service unavailable', 'NotSupportedError'));
      }
      Object.assign(window, { BarcodeDetector });
    });
    await page.goto('/tem');
    await choosePhoto(page, await qrPhoto(url));
    await expect(page).toHaveURL(pathOf(url));

    await page.addInitScript((read) => {
      class BarcodeDetector {
        static getSupportedFormats = () => Promise.resolve(['qr_code']);
        detect = () => Promise.resolve([{ rawValue: read }]);
      }
      Object.assign(window, { BarcodeDetector });
    }, url);
    await page.goto('/tem');
    const blank = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#ccc' } })
      .png()
      .toBuffer();
    await choosePhoto(page, { name: 'a.png', mimeType: 'image/png', buffer: blank });
    await expect(page).toHaveURL(pathOf(url));
  });
});

test('before anything is tapped, the page fetches little beside React, and no decoder', async ({ page }) => {
  await page.goto('/tem');
  await expect(page.getByRole('button', { name: 'Quét bằng máy ảnh' })).toBeEnabled();
  const scripts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => /\.(js|wasm)$/.test(name))
      .map(({ name, encodedBodySize }) => ({ name: new URL(name).pathname, bytes: encodedBodySize })),
  );
  expect(scripts.filter(({ name }) => /zxing|offline-look|wasm/.test(name))).toEqual([]);
  const shared = /\/(client|react|jsx-runtime|Layout)\./;
  const own = scripts.filter(({ name }) => !shared.test(name)).reduce((sum, { bytes }) => sum + bytes, 0);
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThanOrEqual(13_000);
});

test.describe('the camera', () => {
  test('reads a printed stamp from a moving, blurred, grainy picture and opens its page', async () => {
    const [url = ''] = await newStamps('MAU-MN-390415', 1);
    const dir = await mkdtemp(path.join(tmpdir(), 'clip-'));
    const clip = path.join(dir, 'stamp.mjpeg');
    await writeStampClip(clip, url);
    const browser = await chromium.launch({
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        '--no-sandbox',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${clip}`,
      ],
    });
    try {
      const page = await browser.newPage({
        baseURL: testStack().siteUrl,
        viewport: { width: 390, height: 800 },
      });
      await page.goto('/tem');
      await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
      await expect(page.getByRole('button', { name: 'Dừng quét' })).toBeFocused();
      await expect(page).toHaveURL(pathOf(url), { timeout: 120_000 });
      await expect(page.getByRole('main')).toContainText('MAU-MN-390415');
    } finally {
      await browser.close();
      await rm(dir, { recursive: true, force: true });
    }
  });

  test('is asked for after the tap only, and given back when stopped or hidden', async () => {
    const browser = await chromium.launch({
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
    });
    try {
      const context = await browser.newContext({ baseURL: testStack().siteUrl });
      const page = await context.newPage();
      await page.addInitScript(() => {
        const opened: MediaStream[] = [];
        Object.assign(window, { opened });
        const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wanted) => {
          const stream = await ask(wanted);
          opened.push(stream);
          return stream;
        };
      });
      const states = () =>
        page.evaluate(() =>
          (window as unknown as { opened: MediaStream[] }).opened.map(
            (stream) => stream.getTracks()[0]?.readyState,
          ),
        );
      await page.goto('/tem');
      const scan = page.getByRole('button', { name: 'Quét bằng máy ảnh' });
      await expect(scan).toBeEnabled();
      expect(await states()).toEqual([]);

      await scan.click();
      await expect(page.getByText('Đưa mã QR trên tem vào giữa khung')).toBeVisible();
      expect(await states()).toEqual(['live']);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Dừng quét' }).press('Enter');
      await expect(scan).toBeFocused();
      expect(await states()).toEqual(['ended']);

      await scan.click();
      await expect(page.getByText('Đưa mã QR trên tem vào giữa khung')).toBeVisible();
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await expect(scan).toBeVisible();
      expect(await states()).toEqual(['ended', 'ended']);
    } finally {
      await browser.close();
    }
  });

  for (const [name, title] of [
    ['NotAllowedError', 'Máy ảnh chưa được cho phép'],
    ['NotFoundError', 'Không tìm thấy máy ảnh'],
    ['NotReadableError', 'Máy ảnh đang bận'],
  ] as const) {
    test(`that answers ${name} is told as: ${title}`, async ({ page }) => {
      await page.addInitScript((reason) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', reason));
      }, name);
      await page.goto('/tem');
      await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
      await expect(page.getByRole('status').filter({ hasText: title })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing is offered that would not work, and the typed code does', async ({ page }) => {
    const [url = ''] = await newStamps('MAU-GHS-390505', 1);
    await page.goto('/tem');
    await expect(page.getByRole('button', { name: 'Quét bằng máy ảnh' })).toBeHidden();
    await expect(page.locator('noscript .notice')).toBeVisible();
    await page.getByLabel('Mã in trên tem').fill(pathOf(url).slice(-20));
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await expect(page).toHaveURL(pathOf(url));
  });
});

test('the address of a signed stamp may be pasted into the form', async ({ page }) => {
  const [url = ''] = await newStamps('MAU-MN-390415', 1, 'signed');
  await page.goto('/en/tem');
  await page.getByLabel('Code printed on the stamp').fill(url.replace(/^HTTPS?:\/\//, ''));
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page).toHaveURL(`/en${pathOf(url)}`);
  await expect(page.getByRole('main')).toContainText('MAU-MN-390415');
});

test.describe('a typed code of ten characters', () => {
  test.use({ expectedErrors: [/status of 422/] });

  test('is explained: such stamps are checked by scanning', async ({ page }) => {
    await page.goto('/tem');
    await page.getByLabel('Mã in trên tem').fill('1abcd-efghj');
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await expect(page.getByRole('alert')).toContainText('được kiểm bằng cách quét');
  });
});
