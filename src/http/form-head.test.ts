import { describe, expect, it } from 'vitest';
import { readFormHead } from './form-head.ts';

async function posted(fields: Record<string, string | Blob>): Promise<Request> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return new Request('https://x.example', { method: 'POST', body });
}

describe('the head of a form', () => {
  it('has every field before the file that is too large, and nothing of that', async () => {
    const photo = new Blob([new Uint8Array(20_000_000)], { type: 'image/jpeg' });
    const words = 'Tem bị dán đè\r\nở nắp chai.';
    const form = await readFormHead(await posted({ ma: '1ABC', words, photo, after: 'lost' }));
    expect([...(form ?? [])]).toEqual([
      ['ma', '1ABC'],
      ['words', words],
    ]);
  });

  it('is all of a short one', async () => {
    const form = await readFormHead(await posted({ ma: '1ABC', contact: 'a@b.vn' }));
    expect([...(form ?? [])]).toHaveLength(2);
  });

  it('is nothing of a body that is no form', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    for (const body of ['', '--y\r\nwords', 'x'.repeat(100_000)]) {
      const request = new Request('https://x.example', { method: 'POST', body, headers });
      expect(await readFormHead(request)).toBeNull();
    }
    const plain = new Request('https://x.example', { method: 'POST', body: 'a=1' });
    expect(await readFormHead(plain)).toBeNull();
  });

  it('never has half a field', async () => {
    const form = await readFormHead(await posted({ ma: '1ABC', words: 'á'.repeat(40_000) }));
    expect([...(form ?? [])]).toEqual([['ma', '1ABC']]);
  });
});
