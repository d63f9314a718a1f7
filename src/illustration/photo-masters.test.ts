import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photoMasters } from './photo-masters.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'photo-masters-'));
});
afterAll(() => rm(dir, { recursive: true }));

/** A picture 60 × 40, red on the left and blue on the right, as pixels. */
const halves = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#00f' } }).composite([
    { input: { create: { width: 30, height: 40, channels: 3, background: '#f00' } }, left: 0, top: 0 },
  ]);

async function put(name: string, bytes: Uint8Array): Promise<{ slug: string; photo: string }> {
  await writeFile(join(dir, name), bytes);
  return { slug: name, photo: join(dir, name) };
}

/** A JPEG as a telephone writes it: turned, with the place it was taken at. */
function fromPhone(): Promise<Buffer> {
  return halves()
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .withExif({
      IFD0: { Make: 'Telephone of somebody', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 3/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

describe('the master of a photo', () => {
  test('is upright and tells nothing of the camera', async () => {
    const original = await fromPhone();
    const before = await sharp(original).metadata();
    expect([before.orientation, before.exif?.includes('Telephone of somebody')]).toEqual([6, true]);

    const { masters, faults } = await photoMasters([await put('photo.JPG', original)]);
    expect(faults).toEqual([]);
    const bytes = await readFile(masters.get('photo.JPG') ?? '');
    const after = await sharp(bytes).metadata();
    expect([after.format, after.width, after.height]).toEqual(['webp', 40, 60]);
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    expect(bytes.includes('Telephone')).toBe(false);
    // Turned a quarter to the right, what was left is on top.
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect([(data[0] ?? 0) > 200, (data[data.length - 1] ?? 0) > 200]).toEqual([true, true]);
  });

  test('has the colours of sRGB, whatever the photo was written in', async () => {
    const wide = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c04020' } })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const cmyk = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c04020' } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    const { masters } = await photoMasters([await put('wide.png', wide), await put('cmyk.jpg', cmyk)]);
    for (const name of ['wide.png', 'cmyk.jpg']) {
      const { space, icc } = await sharp(masters.get(name)).metadata();
      expect([space, icc], name).toEqual(['srgb', undefined]);
    }
  });

  test('is no larger than pages need, and small ones stay as they are', async () => {
    const large = await sharp({ create: { width: 5000, height: 2500, channels: 3, background: '#a52' } })
      .png()
      .toBuffer();
    const { masters } = await photoMasters([
      await put('large.png', large),
      await put('small.png', await halves().png().toBuffer()),
    ]);
    const sizes = await Promise.all(
      ['large.png', 'small.png'].map(async (name) => {
        const { width, height } = await sharp(masters.get(name)).metadata();
        return [width, height];
      }),
    );
    expect(sizes).toEqual([
      [1600, 800],
      [60, 40],
    ]);
  });

  test('of a file that is no whole picture is told, and the others are made', async () => {
    const whole = await fromPhone();
    const { masters, faults } = await photoMasters([
      await put('cut.jpg', whole.subarray(0, whole.length / 2)),
      await put('empty.jpg', new Uint8Array()),
      await put('text.png', new TextEncoder().encode('not really a picture')),
      { slug: 'gone', photo: join(dir, 'gone.jpg') },
      { slug: 'none', photo: null },
      await put('whole.jpg', whole),
    ]);
    expect([...masters.keys()]).toEqual(['whole.jpg']);
    expect(faults.map(({ slug }) => slug)).toEqual(['cut.jpg', 'empty.jpg', 'text.png', 'gone']);
    for (const { photo, message } of faults) {
      expect(photo.startsWith(dir)).toBe(true);
      expect(message).toMatch(
        /^no picture can be made of this photo \(.+\), so a drawing is shown; .*export it anew/,
      );
    }
  });

  test('that cannot be written is no fault of its photo', async () => {
    const photo = await put('sound.jpg', await fromPhone());
    // A folder below a file cannot be made.
    await expect(photoMasters([photo], join(photo.photo, 'cache'))).rejects.toThrow(/ENOTDIR/);
  });
});
