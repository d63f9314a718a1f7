/**
 * What is no fault and still worth a look: a claim that shows no star, a set that does not fit the name, a day
 * that has not come, a Vietnamese word left in English. Told when the content is read; nothing is stopped by it.
 */
import type { PlainDate } from '@ocop/rules/date';
import { productSet } from '@ocop/rules/taxonomy';
import type { ContentProblem } from './problems.ts';
import type { Filed, FiledParts } from './schema-fields.ts';
import type { Text } from './types.ts';

/** First words of Vietnamese names that belong to certain product sets; what is made of clay or cloth has others. */
const SETS_OF_WORDS: readonly (readonly [words: RegExp, sets: readonly number[]])[] = [
  [/^(gạo|nếp)\s/, [3]],
  [/^mật ong(\s|$)/, [4, 18]],
  [/^(nước mắm|tương|xì dầu|mắm nêm|mắm tôm)\s/, [9]],
  [/^(cà phê|cafe)(\s|$)/, [13]],
  [/^(trà|chè)\s/, [6, 7, 8, 11, 12, 17, 18]],
  [/^nước khoáng(\s|$)/, [16, 17]],
  [/^(bình gốm|lọ gốm|tranh gốm|gốm|tượng)(\s|$)/, [21]],
  [/^(lụa|thổ cẩm|khăn)(\s|$)/, [22]],
  [/^tinh dầu(\s|$)/, [19, 20]],
];

/** @param today tells days to come from days past */
export function contentNotes(parts: FiledParts, today: PlainDate): ContentProblem[] {
  const notes: ContentProblem[] = [];
  const note = (file: string, field: string, message: string) => notes.push({ file, field, message });
  for (const { file, value } of parts.products) {
    const name = value.name.vi.toLowerCase();
    const fitting = SETS_OF_WORDS.find(([words]) => words.test(name))?.[1];
    if (fitting && !fitting.includes(value.set)) {
      const names = fitting.map((set) => `${set} (${productSet(set).name.vi})`).join(', ');
      note(
        file,
        'set',
        `${value.set} is "${productSet(value.set).name.vi}", which is seldom what a name like "${value.name.vi}" means; where it is wrong, write ${names}`,
      );
    }
  }
  for (const { file, value } of parts.decisions) {
    for (const [field, day] of [
      ['signedOn', value.signedOn],
      ['countedFrom', value.countedFrom],
    ] as const) {
      if (day === null || day <= today) continue;
      note(file, field, `${day} has not come yet, and nothing counts before it; check the year`);
    }
  }
  const decisions = new Map(parts.decisions.map(({ value }) => [value.key, value]));
  for (const { file, value } of parts.recognitions) {
    if (value.grade === 'C') {
      note(file, 'grade', "a seller's word shows no star; with a source of grade A or B1 it would");
    } else if (decisions.get(value.decisionKey)?.signedOn === null) {
      note(
        file,
        'decision',
        'without the day its decision was signed it shows no star; write signedOn there once it is known',
      );
    }
  }
  for (const { file, field, text } of texts(parts)) {
    const word = VIETNAMESE_UNIT.exec(text?.en ?? '')?.[1];
    if (word === undefined) continue;
    note(
      file,
      `${field}.en`,
      `"${word}" is Vietnamese; write commune, ward, district or province in English`,
    );
  }
  return notes;
}

/** A kind of place in Vietnamese before a name. */
const VIETNAMESE_UNIT = /(?<!\p{L})(phường|xã|tỉnh|huyện|thị xã|địa chỉ)\s+\p{Lu}/iu;

function texts(parts: FiledParts): { file: string; field: string; text: Text | null }[] {
  const of = <T>(filed: readonly Filed<T>[], fields: (value: T) => Record<string, Text | null>) =>
    filed.flatMap(({ file, value }) =>
      Object.entries(fields(value)).map(([field, text]) => ({ file, field, text })),
    );
  return [
    ...of(parts.products, ({ summary, story, remark }) => ({ summary, story, remark })),
    ...of(parts.news, ({ title, summary, body }) => ({ title, summary, body })),
    ...of(parts.giftBoxes, ({ name, summary }) => ({ name, summary })),
    ...of(parts.fairs, ({ name, place, organiser, summary }) => ({ name, place, organiser, summary })),
    ...of(parts.pointsOfSale, ({ name, hours }) => ({ name, hours })),
  ];
}
