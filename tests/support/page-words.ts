import { htmlToHast, type HastNode } from 'satteri';
import { dictionary } from '../../src/i18n/index.ts';

/** What a page says, piece by piece, outside of whatever it marks as Vietnamese. */
export function wordsNotMarkedVietnamese(html: string): string[] {
  const found: string[] = [];
  const walk = (node: HastNode) => {
    if (node.type === 'text') found.push(node.value.trim());
    if (node.type === 'element') {
      const { tagName, properties } = node;
      if (properties.lang === 'vi' || tagName === 'script' || tagName === 'style') return;
      for (const name of ['ariaLabel', 'title', 'alt', 'placeholder']) {
        if (typeof properties[name] === 'string') found.push(properties[name]);
      }
      const named = String(properties.name ?? properties.property ?? '');
      if (tagName === 'meta' && /description|title/.test(named)) found.push(String(properties.content ?? ''));
    }
    if ('children' in node) node.children.forEach(walk);
  };
  walk(htmlToHast(html));
  return found.filter((words) => words !== '');
}

/** Every sentence of the Vietnamese dictionary that is another in English. */
function vietnameseSentences(vi: unknown, en: unknown): string[] {
  if (typeof vi === 'string') return vi === en ? [] : [vi];
  if (vi === null || typeof vi !== 'object') return [];
  return Object.entries(vi).flatMap(([key, value]) =>
    vietnameseSentences(value, (en as Record<string, unknown> | undefined)?.[key]),
  );
}

const own = new Set(
  vietnameseSentences(dictionary('vi'), dictionary('en')).filter((sentence) => /[^\0-\x7f]/.test(sentence)),
);
/** Kinds of units, and words of ours that stand inside longer texts. */
const WORDS =
  /(?<!\p{L})(Phường|Xã|Đặc khu|Thị trấn|Tỉnh|Thành phố|phường|xã|tỉnh|Địa chỉ mẫu|Điểm bán|Hội chợ|Sản phẩm|Chủ thể|dữ liệu mẫu|sao)(?!\p{L})/u;

/** What an English page says in our own Vietnamese words; proper names are not our words. */
export function vietnameseIn(html: string, properNames: ReadonlySet<string>): string[] {
  return wordsNotMarkedVietnamese(html).filter((words) => {
    if (own.has(words)) return true;
    const [...names] = properNames;
    const rest = names.reduce(
      (text, name) => (text.includes(name) ? text.replaceAll(name, '') : text),
      words,
    );
    return WORDS.test(rest);
  });
}
