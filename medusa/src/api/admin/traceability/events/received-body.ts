import type { IncomingMessage } from 'node:http';

/** The most a capture may weigh. */
export const CAPTURE_BYTES = 2 * 1024 * 1024;
/** The most events one capture may hold. */
export const CAPTURE_EVENTS = 1_000;

/** The bytes of a request body; null when there are more than `most`. */
export async function receivedBody(
  request: IncomingMessage,
  most: number = CAPTURE_BYTES,
): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read on to the end, so that the refusal reaches a client that is still sending.
    if (length <= most) chunks.push(chunk);
  }
  return length > most ? null : Buffer.concat(chunks);
}
