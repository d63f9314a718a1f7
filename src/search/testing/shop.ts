import { addDays, type PlainDate } from '@ocop/rules/date';
import { slugify } from '@ocop/rules/vietnamese/vietnamese';
import { buildRecord } from '../../record/record.ts';
import { idOf, plainProduct } from '../../record/testing/plain-product.ts';
import type { Address, Offer, Producer, Product, PublicRecord, Recognition } from '../../record/types.ts';

/** The day the shop below is looked at. */
export const shopDay: PlainDate = '2026-11-21';

/**
 * Name in both languages, set, maker, price in thousand đồng (null: not for sale), stars with the
 * days their certificate has run. Chosen for the traps in it: names that differ only by marks, words
 * that other words begin with, phrases inside phrases. Makers, prices and stars are made up.
 */
const goods: [
  vi: string,
  en: string,
  set: number,
  maker: number,
  price: number | null,
  paper?: [number, number],
][] = [
  ['Rượu mơ Yên Tử', 'Yên Tử apricot liquor', 15, 0, 180, [4, 100]],
  ['Mỡ lợn muối', 'Salted lard', 8, 1, 60],
  ['Mỡ gà', 'Chicken fat', 8, 1, 40],
  ['Mộc nhĩ', 'Wood ear mushroom', 1, 2, 45],
  ['Nước mắm sá sùng', 'Peanut worm fish sauce', 9, 3, 250, [5, 1000]],
  ['Mắm nêm', 'Fermented anchovy sauce', 9, 3, 55, [3, 10]],
  ['Nước khoáng Quang Hanh', 'Quang Hanh mineral water', 16, 2, 12],
  ['Nước uống đóng chai', 'Bottled drinking water', 16, 2, 8],
  ['Tương Bần', 'Bần soybean sauce', 9, 1, 35],
  ['Tượng con Voi', 'Elephant statue', 21, 4, 650],
  ['Bộ tượng Tam Đa', 'Three Blessings statues', 21, 4, 1500],
  ['Bình gốm họa cảnh hoa sen', 'Pottery vase painted with lotus', 21, 4, 890],
  ['Bình gốm họa tích bách điểu', 'Pottery vase with a hundred birds', 21, 4, 990],
  ['Tranh gốm quà tặng', 'Ceramic gift picture', 21, 4, 320],
  ['Niêu kho cá', 'Clay pot for braised fish', 21, 4, 95],
  ['Lụa tơ tằm Nha Xá', 'Nha Xá silk', 22, 5, 450],
  ['Rượu trắng Hương Lúa', 'Hương Lúa clear rice spirit', 14, 0, 70, [3, 1200]],
  ['Trà hoa vàng Ba Chẽ', 'Ba Chẽ golden camellia tea', 12, 0, 400, [4, 950]],
  ['Trà túi lọc củ Sen', 'Lotus root tea bags', 12, 2, 65],
  ['Tinh bột củ Sen', 'Lotus root starch', 7, 2, 110],
  ['Hoa cúc', 'Chrysanthemum', 23, 5, null],
  ['Nấm đùi gà', 'King oyster mushroom', 1, 2, null],
  ['Ruốc hàu Vân Đồn', 'Vân Đồn oyster floss', 8, 3, 160],
  ['Trứng vịt biển Đồng Rui', 'Đồng Rui sea duck eggs', 2, 3, 50],
  ['Mật ong hoa nhãn', 'Longan blossom honey', 4, 5, 200, [3, 400]],
  ['Cà phê Nắng Vàng', 'Nắng Vàng coffee', 13, 0, 210],
];

const makers: [name: string, province: string, printed: string][] = [
  ['HTX Yên Sơn', '22', 'xã Yên Sơn, huyện Yên Tử, tỉnh Quảng Ninh'],
  ['Cơ sở Minh Tâm', '33', 'thị xã Mỹ Hào, tỉnh Hưng Yên'],
  ['HTX Sen Trắng', '24', 'xã Chi Lăng, thị xã Quế Võ, tỉnh Bắc Ninh'],
  ['Công ty Biển Xanh', '22', 'huyện Vân Đồn, tỉnh Quảng Ninh'],
  ['Xưởng gốm Lò Đất', '24', 'xã Phù Lãng, thị xã Quế Võ, tỉnh Bắc Ninh'],
  ['Tổ hợp tác Ven Sông', '37', 'huyện Ý Yên, tỉnh Nam Định'],
];

const provinces = [
  ['22', 'Quảng Ninh'],
  ['24', 'Bắc Ninh'],
  ['33', 'Hưng Yên'],
  ['37', 'Ninh Bình'],
] as const;

/** A small shop to search in. `extra` adds that many products that resemble those above. */
export function shop(extra = 0): PublicRecord {
  const products: Product[] = [];
  const offers: Offer[] = [];
  const recognitions: Recognition[] = [];
  for (let at = 0; at < goods.length + extra; at += 1) {
    const [vi, en, set, maker, price, paper] = goods[at % goods.length] ?? goods[0]!;
    const turn = Math.floor(at / goods.length);
    const name = turn === 0 ? { vi, en } : { vi: `${vi} ${turn}`, en: `${en} ${turn}` };
    const slug = slugify(name.vi);
    products.push(aProduct(slug, name, set, slugify(makerOf(maker, turn))));
    if (price !== null) offers.push(anOffer(slug, (price + turn) * 1000));
    if (paper) recognitions.push(aRecognition(slug, paper[0], paper[1]));
  }
  return buildRecord(
    {
      products,
      producers: someProducers(extra),
      offers,
      recognitions,
      decisions: [],
      lots: [],
      giftBoxes: [],
      fairs: [],
      pointsOfSale: [],
      news: [],
      pages: [],
      notes: [],
    },
    {
      provinces: new Map(
        provinces.map(([code, name]) => [
          code,
          { code, name, fullName: `Tỉnh ${name}`, slug: slugify(name) },
        ]),
      ),
      communes: new Map(),
    },
  );
}

function makerOf(maker: number, turn: number): string {
  const name = makers[maker]?.[0] ?? '';
  return turn === 0 ? name : `${name} ${Math.ceil(turn / 10)}`;
}

function someProducers(extra: number): Producer[] {
  const turns = Math.ceil(extra / goods.length / 10);
  return makers.flatMap(([name, province, printed], maker) =>
    Array.from({ length: turns + 1 }, (_, turn) => {
      const full = turn === 0 ? name : makerOf(maker, turn * 10);
      return {
        id: idOf(full, 'producer'),
        slug: slugify(full),
        formerSlugs: [],
        name: { vi: full, en: full },
        kind: 'household',
        address: address(province, printed),
        phone: null,
        sources: [],
        sample: true,
      };
    }),
  );
}

function address(province: string, printed: string): Address {
  return { printed, current: { province, commune: null, detail: null, status: 'confirmed' } };
}

function aProduct(slug: string, name: Product['name'], set: number, producer: string): Product {
  const maker = makers.findIndex(([known]) => producer.startsWith(slugify(known)));
  const [, province = '24', printed = ''] = makers[maker] ?? [];
  return plainProduct(slug, {
    name,
    producer,
    set,
    origin: address(province, printed),
    summary: { vi: `Sản vật của ${printed}.`, en: `A local product of ${printed}.` },
    sample: true,
  });
}

function anOffer(product: string, price: number): Offer {
  const label = { vi: 'một gói', en: 'one pack' };
  return {
    product,
    gtin: null,
    packs: [{ sku: product, label, price, stock: 9, weightGrams: null }],
    sample: true,
  };
}

function aRecognition(product: string, stars: number, daysAgo: number): Recognition {
  const date = addDays(shopDay, -daysAgo);
  return {
    product,
    decisionKey: `ubnd.1-qd-ubnd.${date}`,
    productCode: null,
    stars,
    grade: 'A',
    decision: { type: 'recognition', number: '1/QĐ-UBND', signedOn: date },
    issuedOn: date,
    sources: [],
  };
}
