// A program of its own: a stranger's picture is decoded where a crash, or more memory than there is, ends
// nothing else. Started by photo.server.ts with the address of sharp and the limits; the picture comes in on
// stdin, the JPEG goes out on stdout, and a picture that is none or too much ends with 3.
import { buffer } from 'node:stream/consumers';

const UNREADABLE = 3;
const [, address, text] = process.argv;
const { side, mostPixels, mostUnpacked, smallPixels } = JSON.parse(text);
const { default: sharp } = await import(address);
// One thread, and nothing remembered of what is decoded once.
sharp.concurrency(1);
sharp.cache(false);

const bytes = await buffer(process.stdin);
try {
  if (!(await isAffordable())) process.exit(UNREADABLE);
  process.stdout.write(await reencoded());
} catch {
  // Whatever a decoder minds in a stranger's file, it is the file.
  process.exitCode = UNREADABLE;
}

/** Whether decoding stays within the limits, by the header alone: about a millisecond. */
async function isAffordable() {
  const { width, height, format, isProgressive } = await sharp(bytes, {
    limitInputPixels: mostPixels.shrunk,
  }).metadata();
  const pixels = width * height;
  const most = format === 'jpeg' && isProgressive !== true ? mostPixels.shrunk : mostPixels.whole;
  if (pixels > most) return false;
  return pixels <= smallPixels || pixels * 3 <= bytes.byteLength * mostUnpacked;
}

function reencoded() {
  return sharp(bytes, { limitInputPixels: mostPixels.shrunk, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 78 })
    .timeout({ seconds: 20 })
    .toBuffer();
}
