import { readableForm } from './forms.ts';

/** As much of a form as its fields take where the file stands last. */
const HEAD_BYTES = 64 * 1024;

/**
 * The fields of a posted form (multipart/form-data) that stand before what is too large to be taken: the
 * first part of the body is read as a form of its own, the rest comes and is dropped, for a browser that is
 * cut off while it sends shows no page at all.
 * @returns null for a body that is no such form
 */
export async function readFormHead(request: Request): Promise<FormData | null> {
  const type = request.headers.get('content-type') ?? '';
  const [, quoted, bare] = /\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  const head = await firstBytes(request, HEAD_BYTES);
  if (boundary === undefined || head === null) return null;
  // Whatever stands before the last delimiter is complete.
  const end = head.lastIndexOf(`--${boundary}`);
  if (end === -1) return null;
  const whole = Buffer.concat([head.subarray(0, end), Buffer.from(`--${boundary}--\r\n`)]);
  try {
    const response = new Response(new Uint8Array(whole), { headers: { 'content-type': type } });
    return readableForm(await response.formData());
  } catch {
    return null;
  }
}

async function firstBytes({ body }: Request, most: number): Promise<Buffer | null> {
  if (!body) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      if (length < most) chunks.push(chunk);
      length += chunk.length;
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).subarray(0, most);
}
