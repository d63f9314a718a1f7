import { toTelex } from '@ocop/rules/vietnamese/vietnamese';

/**
 * Words that mean the same on a market: regional Vietnamese words and their English. Used twice.
 * While indexing, a product whose Vietnamese name or keywords hold one of the words, marks and all,
 * also gets the others. While searching, Meilisearch is told of the pairs that survive the loss of
 * marks (see `searchSynonyms`).
 */
export interface Term {
  vi: readonly string[];
  en: readonly string[];
  /** True where a word inside means something else: the "gà" of "nấm đùi gà" is no chicken. */
  whole?: boolean;
}

export const terms: readonly Term[] = [
  { vi: ['nước mắm'], en: ['fish sauce'] },
  { vi: ['mắm ruốc', 'mắm tôm', 'mắm tép'], en: ['shrimp paste'] },
  { vi: ['mắm nêm'], en: ['fermented anchovy sauce', 'anchovy sauce'] },
  { vi: ['tương', 'tương bần'], en: ['soybean sauce', 'soy sauce', 'fermented soybean'] },
  { vi: ['sá sùng', 'sâu đất'], en: ['peanut worm', 'sandworm'] },
  { vi: ['hàu'], en: ['oyster'] },
  { vi: ['tôm'], en: ['shrimp', 'prawn'] },
  { vi: ['ruốc', 'chà bông'], en: ['floss'] },
  { vi: ['thịt lợn', 'thịt heo', 'lợn', 'heo'], en: ['pork'] },
  { vi: ['giò', 'chả lụa', 'giò lụa'], en: ['pork roll', 'vietnamese ham', 'sausage'], whole: true },
  { vi: ['trứng', 'hột'], en: ['egg', 'eggs'] },
  { vi: ['vịt'], en: ['duck'] },
  { vi: ['gà'], en: ['chicken'] },
  { vi: ['mật ong'], en: ['honey'] },
  { vi: ['yến sào', 'tổ yến'], en: ["bird's nest", 'birds nest', 'swiftlet nest'] },
  { vi: ['đông trùng hạ thảo'], en: ['cordyceps'] },
  { vi: ['nấm'], en: ['mushroom', 'mushrooms'] },
  { vi: ['nấm lim xanh', 'linh chi'], en: ['reishi mushroom', 'lingzhi'] },
  { vi: ['nấm kim châm'], en: ['enoki mushroom', 'enoki'] },
  { vi: ['nấm đùi gà'], en: ['king oyster mushroom'], whole: true },
  { vi: ['gạo'], en: ['rice'] },
  { vi: ['gạo nếp', 'nếp'], en: ['sticky rice', 'glutinous rice'] },
  { vi: ['ngô', 'bắp'], en: ['corn', 'maize'] },
  { vi: ['lạc', 'đậu phộng', 'đậu phụng'], en: ['peanut', 'groundnut'] },
  { vi: ['sắn', 'khoai mì'], en: ['cassava'] },
  { vi: ['miến', 'bún tàu'], en: ['glass noodles', 'vermicelli'] },
  { vi: ['bún', 'bánh phở'], en: ['rice noodles', 'noodles'] },
  { vi: ['tinh bột'], en: ['starch'] },
  { vi: ['củ sen', 'ngó sen'], en: ['lotus root'] },
  { vi: ['hạt sen'], en: ['lotus seed'] },
  { vi: ['hoa sen', 'bông sen', 'sen'], en: ['lotus'] },
  { vi: ['hoa', 'bông'], en: ['flower'] },
  { vi: ['hoa cúc', 'bông cúc'], en: ['chrysanthemum flower', 'chrysanthemum'] },
  { vi: ['hoa đồng tiền'], en: ['gerbera flower', 'gerbera'] },
  { vi: ['trà', 'chè'], en: ['tea'] },
  { vi: ['trà túi lọc'], en: ['tea bags', 'tea'] },
  { vi: ['trà hoa vàng'], en: ['golden camellia tea', 'yellow camellia'] },
  { vi: ['cà phê', 'cafe'], en: ['coffee'] },
  { vi: ['mắc ca', 'macca', 'macadamia'], en: ['macadamia', 'macadamia nuts'] },
  { vi: ['hạt điều', 'đào lộn hột'], en: ['cashew'], whole: true },
  { vi: ['atiso', 'actiso'], en: ['artichoke'] },
  { vi: ['rau má'], en: ['pennywort', 'gotu kola', 'centella'] },
  { vi: ['rượu'], en: ['liquor', 'spirit', 'wine', 'alcohol'] },
  { vi: ['rượu trắng', 'rượu gạo', 'rượu nếp'], en: ['rice wine', 'rice spirit'] },
  { vi: ['ba kích'], en: ['morinda'] },
  { vi: ['sim', 'rượu sim'], en: ['rose myrtle'] },
  { vi: ['mơ', 'quả mơ'], en: ['apricot'] },
  { vi: ['nước khoáng'], en: ['mineral water'] },
  { vi: ['nước uống đóng chai'], en: ['bottled water', 'drinking water'] },
  { vi: ['chanh muối'], en: ['salted lemon', 'salted lime'] },
  { vi: ['ngọc trai'], en: ['pearl', 'pearls'] },
  { vi: ['trang sức', 'nữ trang'], en: ['jewellery', 'jewelry'] },
  { vi: ['lụa', 'tơ tằm', 'lụa tơ tằm'], en: ['silk'] },
  { vi: ['vải', 'thổ cẩm'], en: ['cloth', 'fabric', 'textile'] },
  { vi: ['gốm', 'gốm sứ', 'đồ gốm'], en: ['pottery', 'ceramic', 'ceramics', 'stoneware'] },
  { vi: ['bình gốm', 'bình hoa', 'lọ hoa', 'bình cắm hoa'], en: ['pottery vase', 'ceramic vase', 'vase'] },
  { vi: ['niêu', 'nồi đất', 'nồi gốm'], en: ['clay pot', 'cooking pot', 'pottery pot'] },
  { vi: ['vại', 'chum', 'lu', 'hũ'], en: ['jar', 'crock'] },
  { vi: ['bát', 'tô', 'chén'], en: ['bowl'] },
  { vi: ['tượng'], en: ['statue', 'figurine', 'sculpture'] },
  { vi: ['voi'], en: ['elephant'] },
  { vi: ['tranh'], en: ['picture', 'painting'] },
  { vi: ['quà tặng', 'quà'], en: ['gift', 'souvenir'] },
  { vi: ['mây tre đan', 'tre đan'], en: ['bamboo and rattan', 'wickerwork'] },
  { vi: ['cói', 'chiếu cói'], en: ['sedge', 'sedge mat'] },
  { vi: ['sơn mài'], en: ['lacquer', 'lacquerware'] },
  { vi: ['du lịch cộng đồng', 'homestay'], en: ['community tourism', 'homestay'] },
];

/**
 * Synonyms for the search engine. English words stand for each other and for Vietnamese phrases of
 * two syllables or more. A single Vietnamese syllable is left out: without its marks "lụa" (silk) is
 * also "lúa" (paddy) and "tương" is also "tượng", so those are paired while indexing instead.
 */
export function searchSynonyms(): Record<string, string[]> {
  const pairs = new Map<string, Set<string>>();
  for (const term of terms) {
    const safe = [...new Set([...term.en, ...term.vi.filter((word) => word.includes(' '))])];
    for (const word of safe) {
      const others = pairs.get(word) ?? new Set<string>();
      for (const other of safe) if (other !== word) others.add(other);
      pairs.set(word, others);
    }
  }
  return Object.fromEntries(
    [...pairs]
      .filter(([, others]) => others.size > 0)
      .map(([word, others]): [string, string[]] => [word, [...others].sort()])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Longest term of the glossary, in syllables. */
const longest = Math.max(...terms.flatMap(({ vi }) => vi.map((word) => word.split(' ').length)));

/** Vietnamese words of the glossary by their canonical Telex, which does not care how a tone is placed. */
const termByTelex = new Map(
  terms.flatMap((term) => term.vi.map((word): [string, Term] => [toTelex(word), term])),
);

/**
 * The other words for what a Vietnamese text names, marks exact.
 * @example otherWords('Rượu mơ Yên Tử') // { vi: ['quả mơ'], en: ['liquor', …, 'apricot'] }
 */
export function otherWords(text: string): { vi: string[]; en: string[] } {
  const syllables = toTelex(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const found = { vi: new Set<string>(), en: new Set<string>() };
  for (let at = 0; at < syllables.length;) {
    const hit = longestTermAt(syllables, at);
    if (!hit) {
      at += 1;
      continue;
    }
    for (const word of hit.term.vi) if (toTelex(word) !== hit.telex) found.vi.add(word);
    for (const word of hit.term.en) found.en.add(word);
    at += hit.term.whole ? hit.length : 1;
  }
  return { vi: [...found.vi], en: [...found.en] };
}

function longestTermAt(syllables: readonly string[], at: number) {
  for (let length = Math.min(longest, syllables.length - at); length > 0; length -= 1) {
    const telex = syllables.slice(at, at + length).join(' ');
    const term = termByTelex.get(telex);
    if (term) return { term, telex, length };
  }
  return null;
}
