/** The decoder of phones without one of their own: about a megabyte, fetched when first needed. */
import { prepareZXingModule, purgeZXingModule, readBarcodes } from 'zxing-wasm/reader';
import program from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** @throws when the decoder cannot be fetched. Waits once; later calls find it ready. */
export async function ready(): Promise<void> {
  try {
    await prepareZXingModule({ overrides: { locateFile }, fireImmediately: true });
  } catch (error) {
    // A failure would be cached like a success, and a moment without network must not last.
    purgeZXingModule();
    throw error;
  }
}

/** From this site, never from elsewhere. One function, so that the module is seen to be the same. */
function locateFile(): string {
  return program;
}

/**
 * The texts of the QR codes in a picture. Ours are black on white; print houses and dark screens turn
 * that round, so white on black is looked for too.
 */
export async function readTexts(picture: ImageData): Promise<string[]> {
  const codes = await readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    tryInvert: true,
    maxNumberOfSymbols: 8,
  });
  return codes.map(({ text }) => text);
}
