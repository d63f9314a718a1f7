/** Content of any size for the benchmarks: same shapes as `content/`, names that say they are made up. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stableId } from '@ocop/rules/stable-id';
import type { StableIdKind } from '@ocop/rules/stable-id';
import { CORE_SCHEMA, dump } from 'js-yaml';

const SOURCE = [{ url: 'https://example.org/benchmark', grade: 'A' }];
/** Products a decision names: about what a province recognises in one round. */
const PRODUCTS_PER_DECISION = 50;
/** Province only: a commune code would have to be a real one. */
const ADDRESS = {
  printed: 'Địa chỉ dữ liệu thử',
  current: { province: '68', commune: null, detail: null, status: 'needs-confirmation' },
};
const GOODS = ['Chè', 'Mật ong', 'Gốm', 'Cà phê', 'Nước mắm', 'Lụa', 'Miến', 'Bún khô', 'Trà', 'Tương'];
const PLACES = ['Đồi Xanh', 'Sông Lam', 'Núi Thơm', 'Làng Sen', 'Bến Mơ', 'Đồng Sớm', 'Suối Ngọc'];

/**
 * Writes a whole content folder with `count` products, a producer for every ten and one recognition
 * for every second product. Nothing is random: the same count always gives the same files.
 */
export async function writeGeneratedContent(contentDir: string, count: number): Promise<void> {
  const files = new Map<string, unknown>();
  for (let d = 0; d * PRODUCTS_PER_DECISION < count; d += 1) {
    files.set(`decisions/${decisionKeyOf(d)}.yaml`, decision(d, count));
  }
  for (let p = 0; p < Math.ceil(count / 10); p += 1) {
    files.set(`producers/${producerSlug(p)}.yaml`, {
      id: stableId('producer', BigInt(p)),
      name: { vi: `Cơ sở thử số ${p}`, en: `Benchmark producer ${p}` },
      kind: 'household',
      address: ADDRESS,
      sources: SOURCE,
    });
  }
  for (let n = 0; n < count; n += 1) {
    files.set(`products/${productSlug(n)}/product.yaml`, product(n));
    files.set(`offers/${productSlug(n)}.yaml`, offer(n));
    if (n % 2 === 0) files.set(`recognitions/${productSlug(n)}--1.yaml`, recognition(n));
  }
  files.set('slugs.yaml', {
    products: namesOf('product', count, productSlug),
    producers: namesOf('producer', Math.ceil(count / 10), producerSlug),
  });
  // The site needs its own text pages whatever it sells.
  await cp(resolve(import.meta.dirname, '../../content/pages'), join(contentDir, 'pages'), {
    recursive: true,
  });
  const folders = new Set([...files.keys()].map((file) => join(contentDir, file, '..')));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  const queue = [...files];
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        await writeFile(join(contentDir, next[0]), dump(next[1], { schema: CORE_SCHEMA }));
      }
    }),
  );
}

function productSlug(n: number): string {
  return `san-pham-thu-${n}`;
}

function producerSlug(p: number): string {
  return `co-so-thu-${p}`;
}

/** Each thing by its id with the one name it ever had. */
function namesOf(kind: StableIdKind, count: number, slugOf: (n: number) => string): Record<string, string[]> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [stableId(kind, BigInt(n)), [slugOf(n)]]),
  );
}

function product(n: number) {
  const name = `${GOODS[n % GOODS.length]} ${PLACES[n % PLACES.length]} số ${n}`;
  return {
    id: stableId('product', BigInt(n)),
    name: { vi: name, en: `Benchmark product ${n}` },
    producer: producerSlug(Math.floor(n / 10)),
    set: (n % 26) + 1,
    notices: noticesOf((n % 26) + 1),
    summary: {
      vi: `${name}: dữ liệu sinh ra để đo tốc độ, không phải sản phẩm thật.`,
      en: 'Generated to measure speed; not a real product.',
    },
    keywords: { vi: ['đo tốc độ'], en: ['benchmark'] },
    sources: SOURCE,
  };
}

/** Alcohol and functional food must say so. */
function noticesOf(set: number): string[] {
  if (set === 14 || set === 15) return ['alcohol'];
  return set === 18 ? ['functional-food'] : [];
}

function offer(n: number) {
  return {
    product: productSlug(n),
    gtin: null,
    packs: [
      {
        sku: `THU-${n}`,
        label: { vi: 'Một gói', en: 'One pack' },
        price: 10_000 + (n % 500) * 1_000,
        stock: n % 40,
      },
    ],
  };
}

function recognition(n: number) {
  return {
    product: productSlug(n),
    decision: decisionKeyOf(Math.floor(n / PRODUCTS_PER_DECISION)),
    stars: 3 + (n % 4 === 0 ? 1 : 0),
    grade: 'A',
    issuedOn: '2026-01-15',
    sources: SOURCE,
  };
}

function decisionKeyOf(d: number): string {
  return `ubnd-tinh-lam-dong.${d + 1}-qd-ubnd.2026-01-15`;
}

function decision(d: number, count: number) {
  const first = d * PRODUCTS_PER_DECISION;
  const last = Math.min(count, first + PRODUCTS_PER_DECISION);
  const named = Array.from({ length: last - first }, (_, offset) => first + offset);
  return {
    type: 'recognition',
    issuer: {
      name: { vi: 'UBND tỉnh Lâm Đồng', en: 'People’s Committee of Lâm Đồng' },
      slug: 'ubnd-tinh-lam-dong',
      level: 'province',
    },
    number: `${d + 1}/QĐ-UBND`,
    signedOn: '2026-01-15',
    title: { vi: 'Quyết định sinh ra để đo tốc độ', en: 'Generated to measure speed' },
    sources: SOURCE,
    products: named.filter((n) => n % 2 === 0).map(productSlug),
  };
}
