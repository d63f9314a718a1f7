import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MedusaResponse } from '@medusajs/framework/http';

/** A file to save: its media type, its name, and its length in bytes where it is known beforehand. */
export interface SentFile {
  type: string;
  name: string;
  bytes?: number;
}

/** Sends a file as fast as it is read; no cache may store it. */
export async function sendFile(res: MedusaResponse, body: Readable, file: SentFile): Promise<void> {
  res.setHeader('content-type', file.type);
  res.setHeader('content-disposition', `attachment; filename="${file.name}"`);
  res.setHeader('cache-control', 'private, no-store');
  if (file.bytes !== undefined) res.setHeader('content-length', file.bytes);
  try {
    await pipeline(body, res);
  } catch (error) {
    // Somebody who closes the page stops the download: nothing is wrong, and nobody is left to tell.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    throw error;
  }
}
