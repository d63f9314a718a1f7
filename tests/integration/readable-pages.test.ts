/**
 * No page holds byte 0 or U+FFFD, the marks of a letter that was cut in two on its way. Many more pages are rendered
 * in src/server/whole-letters.test.ts; these went through the whole server.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { testStack } from '../support/stack.ts';
import { someNetwork } from '../support/stamps-of-every-verdict.ts';

const { siteUrl, distDir } = testStack();
const replacement = Buffer.from('\uFFFD');

function isWhole(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return !buffer.includes(0) && !buffer.includes(replacement);
}

it('of the built pages, their scripts and lists', () => {
  const client = path.join(distDir, 'client');
  const texts = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:html|xml|txt|json|svg|webmanifest|css)$/.test(name),
  );
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((name) => !isWhole(readFileSync(path.join(client, name))))).toEqual([]);
});

const words = 'mắm nêm ruốc hàu gạo nếp cẩm trà đắng gốm sứ thổ cẩm quế nghệ ớt bột tỏi đen rượu ngô'.split(
  ' ',
);
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const unreadable = ['%E0%A4%A', '%FF', '%00', '%EF%BF%BD', '%F0%9F%8C'];

/** Addresses whose pages hold what was typed, each of another length, so that every letter falls on every border. */
function* addresses(): Generator<string> {
  for (let n = 0; n < 200; n += 1) {
    const typed = Array.from(
      { length: 1 + (n % 13) },
      (_, at) => words[(n * 7 + at * 5) % words.length],
    ).join(' ');
    const padded = encodeURIComponent(typed + 'ự'.repeat(n % 29)) + (n % 11 === 0 ? unreadable[n % 5] : '');
    yield `${n % 3 === 0 ? '/en' : ''}/tim-kiem?q=${padded}`;
  }
  for (let n = 0; n < 110; n += 1) {
    const code = Array.from({ length: 20 }, (_, at) => letters[(n * 31 + at * 17 + n * at) % 32]).join('');
    yield (
      [`/T/${code}`, `/tem?ma=${code}ự${unreadable[n % 5]}`, `/bao-lai?ma=${'ự'.repeat(n % 60)}`][n % 3] ?? ''
    );
  }
  yield `/tem?ma=${encodeURIComponent(`${'a'.repeat(399)}🌾`)}`;
  yield `/tim-kiem?q=${encodeURIComponent(`${'a'.repeat(119)}🌾`)}`;
}

it('of pages made on demand, searches and stamps', async () => {
  const broken: string[] = [];
  const waiting = addresses();
  let asked = 0;
  const ask = async () => {
    for (const address of waiting) {
      const answer = await fetch(siteUrl + address, { redirect: 'manual', headers: someNetwork() });
      asked += 1;
      if (!isWhole(new Uint8Array(await answer.arrayBuffer())) || answer.status >= 500) broken.push(address);
    }
  };
  await Promise.all(Array.from({ length: 8 }, ask));
  expect(broken).toEqual([]);
  expect(asked).toBeGreaterThan(300);
});
