/**
 * Reads QR codes out of pictures on the device itself: by the phone's own reader where there is one
 * that works, else by zxing, which is fetched from this site when it is first needed.
 */

/** A reader of pictures; `texts` of every QR code seen. */
export interface QrReader {
  /** From what the camera shows now. */
  fromVideo(video: HTMLVideoElement): Promise<string[]>;
  fromPhoto(photo: Blob): Promise<PhotoTexts>;
}

/** `no-reader`: the decoder could not be fetched; `not-a-picture`: the browser cannot show the file. */
export type PhotoTexts = { ok: true; texts: string[] } | { ok: false; reason: 'no-reader' | 'not-a-picture' };

/** Shape Detection (W3C draft), as far as it is used. */
interface NativeDetector {
  detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}
interface NativeDetectorClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<string[]>;
}

/**
 * Sides a photo is looked at in, pixels. Most codes are found in the small one at once; a small stamp
 * in a photo of a whole table needs the large one. Beyond it, a phone may run out of memory.
 */
const PHOTO_SIDES = [1600, 4096] as const;

/** Everything the camera shows inside the square frame, no larger than this, pixels. */
const FRAME_SIDE = 720;

/** @throws when the phone has no reader of its own and zxing could not be fetched. */
export async function qrReader(): Promise<QrReader> {
  let native = await nativeDetector();
  if (!native) await zxing();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });

  function pixels(source: CanvasImageSource, area: Area, side: number): ImageData {
    if (!context) throw new Error('This browser has no canvas to draw a picture on');
    const scale = Math.min(1, side / Math.max(area.width, area.height));
    canvas.width = Math.max(1, Math.round(area.width * scale));
    canvas.height = Math.max(1, Math.round(area.height * scale));
    context.drawImage(source, area.x, area.y, area.width, area.height, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  }

  /** Some phones have the reader's name and not its service; they are not asked again. */
  async function natively(source: ImageBitmapSource): Promise<string[] | null> {
    try {
      return native && (await native.detect(source)).map(({ rawValue }) => rawValue);
    } catch {
      native = null;
      return null;
    }
  }

  /** What the camera shows with light and dark changed about: most phones read dark on light only. */
  function inverted(video: HTMLVideoElement, area: Area): HTMLCanvasElement | null {
    if (!context) return null;
    const side = Math.min(FRAME_SIDE, area.width);
    canvas.width = side;
    canvas.height = side;
    context.drawImage(video, area.x, area.y, area.width, area.height, 0, 0, side, side);
    context.globalCompositeOperation = 'difference';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side, side);
    context.globalCompositeOperation = 'source-over';
    return canvas;
  }

  let looks = 0;
  return {
    async fromVideo(video) {
      const area = centreSquare(video.videoWidth, video.videoHeight);
      if (area.width === 0) return [];
      looks += 1;
      // Every other look, for it costs as much as a look itself.
      const turned = native && looks % 2 === 0 ? inverted(video, area) : null;
      const read = await natively(turned ?? video);
      return read ?? (await zxing()).readTexts(pixels(video, area, FRAME_SIDE));
    },
    async fromPhoto(photo) {
      const picture = await createImageBitmap(photo).catch(() => null);
      if (!picture) return { ok: false, reason: 'not-a-picture' };
      try {
        const read = await natively(picture);
        if (read?.length) return { ok: true, texts: read };
        const { readTexts } = await zxing();
        const area = { x: 0, y: 0, width: picture.width, height: picture.height };
        for (const side of PHOTO_SIDES) {
          const texts = await readTexts(pixels(picture, area, side));
          if (texts.length > 0) return { ok: true, texts };
          if (Math.max(area.width, area.height) <= side) break;
        }
        return { ok: true, texts: [] };
      } catch {
        return { ok: false, reason: 'no-reader' };
      } finally {
        picture.close();
      }
    },
  };
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of a frame that shows in a square window filled to its edges. */
export function centreSquare(width: number, height: number): Area {
  const side = Math.min(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side };
}

async function nativeDetector(): Promise<NativeDetector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: NativeDetectorClass };
  try {
    const formats = (await BarcodeDetector?.getSupportedFormats()) ?? [];
    return BarcodeDetector && formats.includes('qr_code')
      ? new BarcodeDetector({ formats: ['qr_code'] })
      : null;
  } catch {
    return null;
  }
}

async function zxing() {
  const reader = await import('./zxing.ts');
  await reader.ready();
  return reader;
}
