import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

/** A photo of a phone, held upright: its pixels lie on their side. */
async function phonePhoto(width: number, height: number): Promise<Buffer> {
  const noise = randomBytes(Math.ceil((width * height) / 16) * 3);
  return sharp(noise, { raw: { width: width / 4, height: height / 4, channels: 3 } })
    .resize(width, height, { kernel: 'nearest' })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'SecretPhone' } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

const wrong = (page: import('@playwright/test').Page) => page.locator('#not-sent');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a report to be corrected keeps what was written, and going back asks to send nothing again', async ({
      page,
    }) => {
      await page.goto('/bao-lai?ma=1ABC');
      await page.getByLabel('Kể thêm').fill('Nhãn dán đè, mua ở chợ.');
      await page.getByLabel('Điện thoại hoặc thư').fill('khong phai so');
      await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
      await expect(page).toHaveURL(/\/bao-lai#not-sent$/);
      await expect(wrong(page)).toContainText('Còn 2 chỗ cần sửa');
      await expect(page.getByLabel('Kể thêm')).toHaveValue('Nhãn dán đè, mua ở chợ.');
      await expect(page.getByLabel('Mã trên tem')).toHaveValue('1ABC');
      if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
      // The page was read, not posted: reloading it shows it again.
      await page.reload();
      await expect(page.getByLabel('Kể thêm')).toHaveValue('Nhãn dán đè, mua ở chợ.');

      await page.getByLabel('Điện thoại hoặc thư').fill('0912345678');
      await page.getByLabel('Điều khác').check();
      await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận báo cáo của bạn');
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Báo điều nghi ngờ');
      // Nothing of it is left in the browser.
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('report-draft');
    });

    test('the other language keeps what was written, and what was to be corrected', async ({ page }) => {
      await page.goto('/bao-lai?ma=1ABC');
      await page.getByLabel('Kể thêm').fill('Nhãn dán đè, mua ở chợ.');
      await page.getByLabel('Điều khác').check();
      await page
        .getByRole('link', { name: 'English' })
        .or(page.getByRole('button', { name: 'English' }))
        .click();
      await expect(page).toHaveURL(/\/en\/bao-lai$/);
      await expect(page.getByLabel('Code on the stamp')).toHaveValue('1ABC');
      await expect(page.getByLabel('Tell us more')).toHaveValue('Nhãn dán đè, mua ở chợ.');
      await expect(page.getByLabel('Something else')).toBeChecked();
      await expect(page.getByRole('alert')).toHaveCount(0);
      await page.getByLabel('Phone or e-mail').fill('nobody');
      await page.getByRole('button', { name: 'Send the report' }).click();
      await expect(wrong(page)).toContainText('to correct');
      await page.getByRole('button', { name: 'Tiếng Việt' }).click();
      await expect(page).toHaveURL(/\/bao-lai$/);
      await expect(page.getByLabel('Điện thoại hoặc thư')).toHaveValue('nobody');
      await expect(wrong(page)).toContainText('chỗ cần sửa');
    });
  });
}

test('a large photo is made small and upright before it is sent, and a small one is left alone', async ({
  page,
}) => {
  await page.goto('/bao-lai?ma=1ABC');
  const field = page.getByLabel('Một tấm ảnh');
  const size = () => field.evaluate((input: HTMLInputElement) => input.files?.[0]?.size ?? 0);
  const large = await phonePhoto(4_800, 3_600);
  expect(large.length).toBeGreaterThan(6 * 1024 * 1024);
  await field.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: large });
  await expect.poll(size).toBeLessThan(2 * 1024 * 1024);
  const sent = await field.evaluate(async (input: HTMLInputElement) => {
    const [photo] = input.files ?? [];
    if (!photo) return null;
    const picture = await createImageBitmap(photo);
    const text = new TextDecoder('latin1').decode(await photo.arrayBuffer());
    return {
      width: picture.width,
      height: picture.height,
      type: photo.type,
      tells: text.includes('SecretPhone'),
    };
  });
  expect(sent).toEqual({ width: 1_200, height: 1_600, type: 'image/jpeg', tells: false });

  const small = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a52' } })
    .jpeg()
    .toBuffer();
  await field.setInputFiles({ name: 'nho.jpg', mimeType: 'image/jpeg', buffer: small });
  expect(await size()).toBe(small.length);

  // What no browser can draw is sent as it is, for the page to say so.
  const broken = { name: 'hong.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(900_000, 7) };
  await field.setInputFiles(broken);
  await page.getByLabel('Điều khác').check();
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await expect(page.locator('#photo-error')).toContainText('không phải ảnh');
});

test('somebody else’s address in a report is told to be theirs', async ({ page }) => {
  await page.goto(`/bao-lai?${new URLSearchParams({ ma: 'https://evil.example/T/1ABC' })}`);
  await expect(page.locator('#code-foreign')).toContainText('không phải của chúng tôi: evil.example');
  expect(await violations(page)).toEqual([]);
});
