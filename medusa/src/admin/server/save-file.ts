import { Refusal, send } from './ask.ts';

export type Saved = { ok: true; bytes: number } | { ok: false; refusal: Refusal };

/**
 * Downloads a file the server makes as it goes, telling how much of it is here, and saves it under
 * the name the server gives. A refusal is told in words; a plain link would save it as the file.
 */
export async function saveFile(
  address: string,
  name: string,
  onProgress: (bytes: number) => void,
): Promise<Saved> {
  try {
    const response = await send(address);
    const chunks: BlobPart[] = [];
    let bytes = 0;
    let told = 0;
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      chunks.push(read.value);
      bytes += read.value.length;
      // Every chunk would be told hundreds of times a second to a screen reader.
      if (Date.now() - told < 1_000) continue;
      told = Date.now();
      onProgress(bytes);
    }
    const type = response.headers.get('content-type') ?? 'application/octet-stream';
    const url = URL.createObjectURL(new Blob(chunks, { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return { ok: true, bytes };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error };
    // The connection broke in the middle of the file.
    return { ok: false, refusal: new Refusal({ reason: 'no-answer', message: String(error) }) };
  }
}
