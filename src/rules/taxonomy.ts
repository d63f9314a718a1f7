/**
 * The classification of OCOP products: 6 groups, 17 families (nhóm), 26 sets (bộ sản phẩm), one
 * score sheet a set. Vietnamese names and authorities are those of QĐ 26/2026/QĐ-TTg, Annexes I
 * and II; English names, short names and slugs are ours. Slugs are addresses of pages: never
 * change one.
 */

export type GroupCode = 'I' | 'II' | 'III' | 'IV' | 'V' | 'VI';

interface Name {
  vi: string;
  en: string;
}

export interface ProductGroup {
  code: GroupCode;
  slug: string;
  name: Name;
  /** In sentence case and short enough for menus. */
  shortName: Name;
}

export interface ProductFamily {
  /** Group code and number within the group: 'I.4'. */
  key: string;
  group: GroupCode;
  name: Name;
}

export interface ProductSet {
  /** 1–26, the number of the score sheet. */
  no: number;
  slug: string;
  name: Name;
  /** Key of its family (nhóm). */
  family: string;
  group: GroupCode;
  /** Ministries in charge, as the law lists them, separated by '; '. */
  authority: string;
}

const MAE = 'Bộ Nông nghiệp và Môi trường';
const MOIT = 'Bộ Công Thương';
const MOH = 'Bộ Y tế';
const MCST = 'Bộ Văn hóa, Thể thao và Du lịch';

export const groups: readonly ProductGroup[] = [
  {
    code: 'I',
    slug: 'thuc-pham',
    name: { vi: 'SẢN PHẨM THỰC PHẨM', en: 'Food products' },
    shortName: { vi: 'Thực phẩm', en: 'Food' },
  },
  {
    code: 'II',
    slug: 'do-uong',
    name: { vi: 'SẢN PHẨM ĐỒ UỐNG', en: 'Beverage products' },
    shortName: { vi: 'Đồ uống', en: 'Drinks' },
  },
  {
    code: 'III',
    slug: 'duoc-lieu',
    name: {
      vi: 'SẢN PHẨM DƯỢC LIỆU VÀ SẢN PHẨM TỪ DƯỢC LIỆU',
      en: 'Medicinal herbs and products made from them',
    },
    shortName: { vi: 'Dược liệu', en: 'Herbal products' },
  },
  {
    code: 'IV',
    slug: 'thu-cong-my-nghe',
    name: { vi: 'SẢN PHẨM HÀNG THỦ CÔNG MỸ NGHỆ', en: 'Handicraft products' },
    shortName: { vi: 'Thủ công mỹ nghệ', en: 'Handicrafts' },
  },
  {
    code: 'V',
    slug: 'sinh-vat-canh',
    name: { vi: 'SẢN PHẨM SINH VẬT CẢNH', en: 'Ornamental plants and animals' },
    shortName: { vi: 'Sinh vật cảnh', en: 'Ornamentals' },
  },
  {
    code: 'VI',
    slug: 'du-lich',
    name: {
      vi: 'SẢN PHẨM DỊCH VỤ DU LỊCH CỘNG ĐỒNG, DU LỊCH SINH THÁI VÀ ĐIỂM DU LỊCH',
      en: 'Community tourism, ecotourism and tourist site services',
    },
    shortName: { vi: 'Du lịch cộng đồng', en: 'Community tourism' },
  },
];

function family(key: string, group: GroupCode, vi: string, en: string): ProductFamily {
  return { key, group, name: { vi, en } };
}

export const families: readonly ProductFamily[] = [
  family('I.1', 'I', 'Thực phẩm tươi sống', 'Fresh food'),
  family('I.2', 'I', 'Thực phẩm thô, sơ chế', 'Raw and minimally processed food'),
  family('I.3', 'I', 'Thực phẩm chế biến', 'Processed food'),
  family('I.4', 'I', 'Gia vị', 'Condiments and spices'),
  family('I.5', 'I', 'Chè', 'Tea'),
  family('I.6', 'I', 'Cà phê, ca cao', 'Coffee and cocoa'),
  family('II.1', 'II', 'Đồ uống có cồn', 'Alcoholic drinks'),
  family('II.2', 'II', 'Đồ uống không cồn', 'Non-alcoholic drinks'),
  family(
    'III.1',
    'III',
    'Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền',
    'Functional food, herbal medicines and traditional medicines',
  ),
  family(
    'III.2',
    'III',
    'Mỹ phẩm có thành phần từ dược liệu',
    'Cosmetics with ingredients from medicinal herbs',
  ),
  family('III.3', 'III', 'Tinh dầu và dược liệu khác', 'Essential oils and other medicinal herbs'),
  family(
    'IV.1',
    'IV',
    'Thủ công mỹ nghệ gia dụng, trang trí',
    'Handicrafts for household use and decoration',
  ),
  family('IV.2', 'IV', 'Vải, may mặc', 'Textiles and clothing'),
  family('V.1', 'V', 'Hoa', 'Flowers'),
  family('V.2', 'V', 'Cây cảnh', 'Ornamental plants'),
  family('V.3', 'V', 'Động vật cảnh', 'Ornamental animals'),
  family(
    'VI.1',
    'VI',
    'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
    'Community tourism, ecotourism and tourist site services',
  ),
];

type SetRow = readonly [family: string, slug: string, vi: string, en: string, authority: string];

/** In the order of the score sheets: the number of a set is its place here. */
const SET_ROWS: readonly SetRow[] = [
  ['I.1', 'rau-cu-qua-hat-tuoi', 'Rau, củ, quả, hạt tươi', 'Fresh vegetables, roots, fruit and seeds', MAE],
  [
    'I.1',
    'thit-thuy-san-trung-sua-tuoi',
    'Thịt, thủy sản, trứng, sữa tươi',
    'Fresh meat, seafood, eggs and milk',
    MAE,
  ],
  [
    'I.2',
    'gao-ngu-coc-hat',
    'Gạo, ngũ cốc, hạt sơ chế khác',
    'Rice, cereals and other minimally processed grains',
    MAE,
  ],
  [
    'I.2',
    'mat-ong-mat-khac',
    'Mật ong, mật khác và nông sản thực phẩm khác',
    'Honey, other nectars and other farm food',
    MAE,
  ],
  ['I.3', 'do-an-nhanh', 'Đồ ăn nhanh', 'Ready-to-eat food', MOIT],
  [
    'I.3',
    'che-bien-tu-gao-ngu-coc',
    'Chế biến từ gạo, ngũ cốc',
    'Processed rice and cereals',
    `${MAE}; ${MOIT}`,
  ],
  [
    'I.3',
    'che-bien-tu-rau-cu-qua-hat',
    'Chế biến từ rau, củ, quả, hạt',
    'Processed vegetables, roots, fruit and seeds',
    MAE,
  ],
  [
    'I.3',
    'che-bien-tu-thit-thuy-san-trung-sua',
    'Chế biến từ thịt, thủy sản, trứng, sữa, các sản phẩm từ mật ong, mật khác và nông sản thực phẩm khác',
    'Processed meat, seafood, eggs and milk; products of honey, other nectars and other farm food',
    `${MAE}; ${MOIT}`,
  ],
  [
    'I.4',
    'tuong-nuoc-mam',
    'Tương, nước mắm, gia vị dạng lỏng khác',
    'Soy pastes, fish sauce and other liquid condiments',
    MAE,
  ],
  [
    'I.4',
    'gia-vi-khac',
    'Gia vị khác (muối, hành, tỏi, tiêu)',
    'Other condiments (salt, onion, garlic, pepper)',
    MAE,
  ],
  ['I.5', 'che', 'Chè tươi, chè chế biến', 'Fresh and processed tea', MAE],
  ['I.5', 'tra-thuc-vat', 'Sản phẩm trà từ thực vật khác', 'Infusions of other plants', MAE],
  ['I.6', 'ca-phe-cacao', 'Cà phê, cacao', 'Coffee and cocoa', MAE],
  ['II.1', 'ruou-trang', 'Rượu trắng', 'Clear rice spirit', MOIT],
  ['II.1', 'do-uong-co-con-khac', 'Đồ uống có cồn khác', 'Other alcoholic drinks', MOIT],
  [
    'II.2',
    'nuoc-khoang-nuoc-dong-chai',
    'Nước khoáng thiên nhiên, nước uống đóng chai',
    'Natural mineral water and bottled water',
    MOH,
  ],
  ['II.2', 'do-uong-khong-con-khac', 'Đồ uống không cồn khác', 'Other non-alcoholic drinks', MOIT],
  [
    'III.1',
    'thuc-pham-chuc-nang-thuoc',
    'Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền',
    'Functional food, herbal medicines and traditional medicines',
    MOH,
  ],
  [
    'III.2',
    'my-pham-duoc-lieu',
    'Mỹ phẩm có thành phần từ dược liệu',
    'Cosmetics with ingredients from medicinal herbs',
    MOH,
  ],
  [
    'III.3',
    'tinh-dau-duoc-lieu-khac',
    'Tinh dầu và dược liệu khác',
    'Essential oils and other medicinal herbs',
    `${MOH}; ${MOIT}`,
  ],
  ['IV.1', 'thu-cong-my-nghe', 'Thủ công mỹ nghệ', 'Handicrafts', `${MOIT}; ${MAE}`],
  ['IV.2', 'vai-may-mac', 'Vải, may mặc', 'Textiles and clothing', MOIT],
  ['V.1', 'hoa', 'Hoa', 'Flowers', MAE],
  ['V.2', 'cay-canh', 'Cây cảnh', 'Ornamental plants', MAE],
  ['V.3', 'dong-vat-canh', 'Động vật cảnh', 'Ornamental animals', MAE],
  [
    'VI.1',
    'du-lich-cong-dong-sinh-thai',
    'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
    'Community tourism, ecotourism and tourist site services',
    `${MCST}; ${MAE}`,
  ],
];

function groupOfFamily(key: string): GroupCode {
  const found = families.find((candidate) => candidate.key === key);
  if (!found) throw new RangeError(`No such family of products: '${key}'`);
  return found.group;
}

export const productSets: readonly ProductSet[] = SET_ROWS.map(
  ([familyKey, slug, vi, en, authority], at) => ({
    no: at + 1,
    slug,
    name: { vi, en },
    family: familyKey,
    group: groupOfFamily(familyKey),
    authority,
  }),
);

/** The set with this score sheet number, 1–26. RangeError for another number. */
export function productSet(no: number): ProductSet {
  const found = productSets[no - 1];
  if (!found) throw new RangeError(`No such product set: ${no}. Sets are numbered 1 to 26`);
  return found;
}

/** The group a set belongs to. RangeError for a set number that is none. */
export function groupOf(setNo: number): ProductGroup {
  const { group } = productSet(setNo);
  return groups.find(({ code }) => code === group) as ProductGroup;
}
