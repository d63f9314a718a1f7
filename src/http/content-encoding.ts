import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type ContentEncoding = 'br' | 'gzip';

/**
 * Measured on a stamp page of 17 kB: Brotli's quality 1 takes 0.11 ms for 6.0 kB, gzip's level 4 takes
 * 0.19 ms for 5.4 kB. Quality 4 takes 0.42 ms, and level 9 takes 0.33 ms, both for 5.2 kB.
 */
const BROTLI_QUALITY = 1;
const GZIP_LEVEL = 4;

/**
 * Whether a client takes an encoding (RFC 9110, 12.5.3). One it does not name is not sent, nor one with
 * the weight 0.
 */
export function acceptsEncoding(header: string, encoding: ContentEncoding): boolean {
  return header.split(',').some((offer) => {
    const [name = '', ...parameters] = offer.trim().toLowerCase().split(';');
    return name.trim() === encoding && !parameters.some((one) => /^\s*q=0(?:\.0*)?\s*$/.test(one));
  });
}

/**
 * A page compressed for one response, in the encoding that is made quickest of those the client takes.
 * @param body the page in UTF-8
 * @param acceptEncoding the request's header
 */
export function compressed(
  body: Buffer,
  acceptEncoding: string,
): { encoding: ContentEncoding | null; body: Buffer } {
  if (acceptsEncoding(acceptEncoding, 'br')) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    };
    return { encoding: 'br', body: brotliCompressSync(body, { params }) };
  }
  if (acceptsEncoding(acceptEncoding, 'gzip')) {
    return { encoding: 'gzip', body: gzipSync(body, { level: GZIP_LEVEL }) };
  }
  return { encoding: null, body };
}
