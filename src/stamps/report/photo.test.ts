import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeInProcess } from './photo-process.server.ts';
import { checkPhoto, reencodePhoto } from './photo.server.ts';
import { PHOTO_BYTES, photoKind } from './photo.ts';

/** As a phone writes it: on its side, with place and owner beside the picture. */
let fromPhone: Buffer;
const file = (bytes: Uint8Array | string, name = 'photo.jpg') =>
  new File([bytes as BlobPart], name, { type: 'image/jpeg' });

beforeAll(async () => {
  fromPhone = await sharp({ create: { width: 2_400, height: 1_200, channels: 3, background: '#a52' } })
    .withExif({
      IFD0: { Make: 'SecretPhone', Copyright: 'Lan Nguyen' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
});

/** A PNG of one bit a pixel, all black: written by hand, for encoders take seconds. */
function onePixelDeep(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Buffer.alloc((1 + Math.ceil(width / 8)) * height);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** As the report form takes a file: checked, then decoded and made anew. */
async function readPhoto(sent: FormDataEntryValue | null) {
  const check = await checkPhoto(sent);
  if (!check.ok) return check;
  return check.photo === null ? { ok: true, jpeg: null } : reencodePhoto(check.photo.bytes);
}

async function madeAnew(bytes: Uint8Array): Promise<Buffer> {
  const read = await reencodePhoto(bytes);
  if (!read.ok) throw new Error('The photo was not read.');
  return read.jpeg;
}

describe('a photo', () => {
  it('is made anew: upright, no larger than needed, nothing beside the picture', async () => {
    expect((await sharp(fromPhone).metadata()).exif).toBeDefined();
    const jpeg = await madeAnew(fromPhone);
    const { width, height, format, exif, icc, xmp, orientation } = await sharp(jpeg).metadata();
    expect({ width, height, format }).toEqual({ width: 800, height: 1_600, format: 'jpeg' });
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(jpeg.includes('SecretPhone')).toBe(false);
  });

  it('may have the many pixels of a phone, where a JPEG shrinks while it is read', async () => {
    const create = { width: 6_100, height: 4_000, channels: 3, background: '#a52' } as const;
    const large = await sharp({ create }).jpeg({ quality: 50 }).toBuffer();
    expect((await sharp(await madeAnew(large)).metadata()).width).toBe(1_600);
  });

  it('may be PNG or WebP, and a small one stays small', async () => {
    const picture = sharp({ create: { width: 300, height: 200, channels: 4, background: '#0000' } });
    for (const bytes of [await picture.png().toBuffer(), await picture.webp().toBuffer()]) {
      const { format, width, hasAlpha } = await sharp(await madeAnew(bytes)).metadata();
      expect({ format, width, hasAlpha }).toEqual({ format: 'jpeg', width: 300, hasAlpha: false });
    }
  });

  it('is not needed', async () => {
    expect(await readPhoto(null)).toEqual({ ok: true, jpeg: null });
    expect(await readPhoto(file(''))).toEqual({ ok: true, jpeg: null });
    expect(await readPhoto('photo.jpg')).toEqual({ ok: true, jpeg: null });
  });
});

describe('no photo', () => {
  it.each([
    ['a page that calls itself a photo', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'not-a-photo'],
    ['a HEIC photo', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heic'],
    ['half a photo', '\xff\xd8\xff\xe0', 'unreadable'],
  ])('is %s', async (_, text, reason) => {
    expect(await readPhoto(file(Buffer.from(text, 'latin1')))).toEqual({ ok: false, reason });
  });

  it('is one that broke off on the way', async () => {
    const half = fromPhone.subarray(0, Math.floor(fromPhone.length / 2));
    expect(await readPhoto(file(half))).toEqual({ ok: false, reason: 'unreadable' });
  });

  it('is a small file that unpacks to a wall', async () => {
    const wall = onePixelDeep(11_000, 11_000);
    expect(wall.length).toBeLessThan(100_000);
    expect(await readPhoto(file(wall))).toEqual({ ok: false, reason: 'unreadable' });
    expect((await sharp(await madeAnew(onePixelDeep(2_000, 1_000))).metadata()).width).toBe(1_600);
  });

  it.each([
    ['a PNG', (picture: Sharp) => picture.png()],
    ['a WebP', (picture: Sharp) => picture.webp({ lossless: true })],
    ['a JPEG that has to be unpacked whole', (picture: Sharp) => picture.jpeg({ progressive: true })],
  ])('is %s of more than 24 million pixels', async (_, encode) => {
    const picture = sharp({ create: { width: 6_100, height: 4_000, channels: 3, background: '#a52' } });
    const bytes = await encode(picture).toBuffer();
    expect(await readPhoto(file(bytes))).toEqual({ ok: false, reason: 'unreadable' });
  });

  it('is a WebP of a kilobyte that would unpack to seventy megabytes', async () => {
    const picture = sharp({ create: { width: 6_000, height: 4_000, channels: 3, background: '#a52' } });
    const bomb = await picture.webp({ lossless: true }).toBuffer();
    expect(bomb.length).toBeLessThan(5_000);
    expect(await readPhoto(file(bomb))).toEqual({ ok: false, reason: 'unreadable' });
    // It is the bound on what it would unpack to that turns it away.
    const bounds = { side: 100, mostPixels: { shrunk: 1e8, whole: 1e8 }, smallPixels: 1e6 };
    expect(await decodeInProcess(bomb, { ...bounds, mostUnpacked: 1_000 })).toBeNull();
    expect(await decodeInProcess(bomb, { ...bounds, mostUnpacked: 1e9 })).not.toBeNull();
  });

  it('is more than six megabytes', async () => {
    expect(await readPhoto(file(new Uint8Array(PHOTO_BYTES + 1)))).toEqual({
      ok: false,
      reason: 'too-large',
    });
  });
});

describe('the first bytes', () => {
  it('tell nothing of a file that has none', () => {
    expect(photoKind(new Uint8Array())).toBe('other');
    expect(photoKind(Buffer.from('GIF89a'))).toBe('other');
  });
});
