/**
 * What honest people add to the record in a year, on a copy of it: a maker with a telephone, its product with
 * photo, GTIN and price, a recognition and its withdrawal, a fair, a shop, news. Everything is made up here; none
 * of it is marked as a sample, because the real record will not be either.
 */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const SOURCE = `sources:
  - url: https://example.vn/nguon-thu
    grade: A
`;

const decision = (
  type: string,
  number: string,
  signedOn: string,
  products: readonly string[],
) => `type: ${type}
issuer: { name: { vi: UBND tỉnh Lâm Đồng, en: Lâm Đồng }, slug: ubnd-tinh-lam-dong, level: province }
number: ${number}
signedOn: ${signedOn}
title: { vi: Quyết định thêm vào để thử, en: A decision added for a test }
products: [${products.join(', ')}]
${SOURCE}`;

/** Slug of the product that is added; it is recognised, and withdrawn a year later. */
export const ADDED = 'muoi-them-vao';

const FILES: Readonly<Record<string, string>> = {
  'producers/to-hop-tac-them-vao.yaml': `id: ct-00000zz1
name: { vi: Tổ hợp tác thêm vào, en: Added cooperative group }
kind: cooperative-group
address:
  printed: phường Phan Thiết, tỉnh Lâm Đồng
  current: { province: '68', commune: '22945', status: confirmed }
phone: '0912 345 678'
${SOURCE}`,
  [`products/${ADDED}/product.yaml`]: `id: sp-00000zz1
name: { vi: Muối thêm vào, en: Added salt }
producer: to-hop-tac-them-vao
set: 10
summary: { vi: Muối hạt phơi nắng., en: Sun-dried salt. }
${SOURCE}`,
  [`offers/${ADDED}.yaml`]: `product: ${ADDED}
gtin: '8936000000011'
packs:
  - { sku: MUOI-THEM-VAO, label: { vi: Gói 500 g, en: 500 g bag }, price: 15000, stock: 40 }
`,
  'lots/THEM-VAO-1.yaml': `code: THEM-VAO-1
product: ${ADDED}
madeOn: 2027-01-15
useBy: null
quantity: 300
rawMaterial: { vi: Nước biển, en: Sea water }
`,
  'decisions/ubnd-tinh-lam-dong.990001-qd-ubnd.2027-02-01.yaml': decision(
    'recognition',
    '990001/QĐ-UBND',
    '2027-02-01',
    [ADDED],
  ),
  'decisions/ubnd-tinh-lam-dong.990002-qd-ubnd.2028-02-01.yaml': decision(
    'withdrawal',
    '990002/QĐ-UBND',
    '2028-02-01',
    [ADDED],
  ),
  [`recognitions/${ADDED}--1.yaml`]: `product: ${ADDED}
decision: ubnd-tinh-lam-dong.990001-qd-ubnd.2027-02-01
stars: 4
grade: A
issuedOn: null
${SOURCE}`,
  'fairs/hoi-cho-them-vao.yaml': `name: { vi: Hội chợ Nông sản thêm vào, en: Added farm fair }
place: { vi: Phan Thiết, en: Phan Thiết }
startsOn: 2027-04-01
endsOn: 2027-04-05
organiser: { vi: Sở Công Thương, en: Department of Industry and Trade }
summary: { vi: Hội chợ thêm vào để thử., en: A fair added for a test. }
stands:
  - { stand: 'A1', producer: to-hop-tac-them-vao, products: [] }
${SOURCE}`,
  'points-of-sale/cua-hang-them-vao.yaml': `name: { vi: Cửa hàng thêm vào, en: Added shop }
address:
  printed: phường Phan Thiết
  current: { province: '68', commune: '22945', status: confirmed }
phone: '0252 3812 345'
products: [${ADDED}]
${SOURCE}`,
  'news/tin-them-vao.yaml': `title: { vi: Tin thêm vào, en: Added news }
date: 2027-04-02
summary: { vi: Tin., en: News. }
body: { vi: Tin., en: News. }
${SOURCE}`,
};

/** Copies a record to `to` and adds to it, with the lines of the added names in slugs.yaml. */
export async function copyWithAdditions(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  for (const [file, text] of Object.entries(FILES)) {
    await mkdir(path.dirname(path.join(to, file)), { recursive: true });
    await writeFile(path.join(to, file), text);
  }
  const slugs = path.join(to, 'slugs.yaml');
  const text = await readFile(slugs, 'utf8');
  await writeFile(
    slugs,
    text
      .replace(/^products:\n/m, `products:\n  sp-00000zz1: [${ADDED}]\n`)
      .replace(/^producers:\n/m, 'producers:\n  ct-00000zz1: [to-hop-tac-them-vao]\n'),
  );
  await sharp({ create: { width: 320, height: 240, channels: 3, background: '#eee' } })
    .jpeg()
    .toFile(path.join(to, 'products', ADDED, 'photo.JPG'));
  await withdrawWhatIsThere(to);
}

/** The first recognition of three or four stars that is in the copied record, if any, is withdrawn as well. */
async function withdrawWhatIsThere(dir: string): Promise<void> {
  for (const name of (await readdir(path.join(dir, 'recognitions'))).sort()) {
    const text = await readFile(path.join(dir, 'recognitions', name), 'utf8');
    const product = /^product: (\S+)/m.exec(text)?.[1];
    if (product === undefined || product === ADDED || !/^stars: [34]/m.test(text)) continue;
    await writeFile(
      path.join(dir, 'decisions/ubnd-tinh-lam-dong.990003-qd-ubnd.2060-01-01.yaml'),
      decision('withdrawal', '990003/QĐ-UBND', '2060-01-01', [product]),
    );
    return;
  }
}
