/**
 * The shape of every file under content/. One schema a kind; the message of a rule says what to
 * write. Nothing here knows other files: cross-checks live in checks.ts.
 */
import { z } from 'zod';
import { isPlainDate } from '@ocop/rules/date';
import { parseDecisionNumber } from '@ocop/rules/certificate/decision';
import { isPlausiblePrice } from '@ocop/rules/sale-hold';
import { isStableId, type StableIdKind } from '@ocop/rules/stable-id';
import { address } from './address-schema.ts';
import { checkMarkdown } from './markdown-content.ts';
import { line, text, textHint } from './text-schema.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function list<T extends z.ZodType>(item: T, hint: string) {
  return z.array(item, { error: hint });
}

export const slug = z
  .string({ error: 'write a slug: lower-case letters, digits and single dashes' })
  .regex(SLUG, {
    error: 'write a slug: lower-case letters without marks, digits and single dashes',
  });

const dateHint = 'write a day of the calendar as YYYY-MM-DD, for example 2026-08-05';
const date = z.string({ error: dateHint }).refine(isPlainDate, { error: dateHint });

const urlHint = 'write a full address starting with https:// or http://';
const url = z
  .string({ error: urlHint })
  .refine((value) => /^https?:\/\/\S+$/.test(value) && URL.canParse(value), { error: urlHint });

const grade = z.enum(['A', 'B1', 'B2', 'C'], {
  error:
    'write A (signed decision), B1 (state press or portal says recognised), B2 (proposed or scored only) or C (seller)',
});

const source = z.strictObject(
  {
    url,
    title: line('write the title of the page, or leave the line out').nullable().default(null),
    grade,
    seenOn: date.nullable().default(null),
  },
  { error: 'write "url:" and "grade:"' },
);
export const sources = list(source, 'write a list, each entry starting with "- url:"').default([]);
const someSources = list(source, 'write at least one entry starting with "- url:"').min(1, {
  error: 'write at least one source, or nobody can check this file',
});

const phoneHint = 'write the phone in quotes, digits and spaces, for example "0912 345 678"';
const phone = z
  .string({ error: phoneHint })
  .regex(/^\+?\d[\d .]{6,16}\d$/, { error: phoneHint })
  .nullable()
  .default(null);

const words = list(line('write a search word'), 'write a list of words, for example [gốm, bình hoa]').default(
  [],
);

const starsHint = 'write 3, 4 or 5: one and two stars get no decision and no certificate';
const stars = z.int({ error: starsHint }).min(3, { error: starsHint }).max(5, { error: starsHint });

const yearHint = 'write a year with four digits, for example 2023';
const year = z.int({ error: yearHint }).min(2018, { error: yearHint }).max(2100, { error: yearHint });

const report = z.strictObject(
  { stars, year: year.nullable(), source, note: text.nullable().default(null) },
  { error: 'write "stars:", "year:" and "source:"' },
);

const setHint = 'write the number of the product set, 1 to 26 (QĐ 26/2026/QĐ-TTg, Phụ lục I)';

function id(kind: StableIdKind) {
  const hint = 'write no id by hand: take the line out and run `npm run ids`, which draws one';
  return z.string({ error: hint }).refine((value) => isStableId(kind, value), { error: hint });
}

export const productSchema = z.strictObject({
  id: id('product'),
  name: text,
  producer: slug.nullable(),
  set: z.int({ error: setHint }).min(1, { error: setHint }).max(26, { error: setHint }),
  origin: address.nullable().default(null),
  summary: text,
  story: text.superRefine(checkMarkdown).nullable().default(null),
  keywords: z.strictObject({ vi: words, en: words }, { error: textHint }).default({ vi: [], en: [] }),
  reported: list(report, 'write a list, each entry starting with "- stars:"').default([]),
  notices: list(
    z.enum(['alcohol', 'functional-food'], { error: 'write alcohol or functional-food' }),
    'write a list, for example [alcohol]',
  ).default([]),
  sources: someSources,
  remark: text.nullable().default(null),
});

export const producerSchema = z.strictObject({
  id: id('producer'),
  name: text,
  kind: z.enum(
    [
      'cooperative',
      'cooperative-group',
      'enterprise',
      'farm',
      'household',
      'association',
      'operating-centre',
      'unknown',
    ],
    {
      error:
        'write cooperative, cooperative-group, enterprise, farm, household, association, operating-centre or unknown',
    },
  ),
  address,
  phone,
  sources: someSources,
});

const numberHint = 'write the number as printed, for example 3981/QĐ-UBND';

export const decisionSchema = z.strictObject({
  type: z.enum(['entry-list', 'recognition', 'withdrawal'], {
    error:
      'write entry-list (danh mục tham gia), recognition (công nhận) or withdrawal (thu hồi); a correction or an extension is written into the files it changes, with the deciding paper among their sources',
  }),
  issuer: z.strictObject(
    {
      name: text,
      slug,
      level: z.enum(['ministry', 'province', 'district', 'prime-minister', 'commune'], {
        error: 'write ministry, province, district, prime-minister or commune',
      }),
    },
    { error: 'write "name:", "slug:" and "level:"' },
  ),
  number: z
    .string({ error: numberHint })
    .trim()
    .refine((value) => parseDecisionNumber(value).ok, { error: numberHint }),
  signedOn: date.nullable(),
  countedFrom: date.nullable().default(null),
  effectiveOn: date.nullable().default(null),
  year: year.nullable().default(null),
  title: text,
  note: text.nullable().default(null),
  sources: someSources,
  products: list(slug, 'write a list of product slugs').default([]),
});

export const recognitionSchema = z.strictObject({
  product: slug,
  decision: line('write the key of the decision, its file name without .yaml'),
  stars,
  grade: grade.exclude(['B2'], {
    error:
      'write the grade of a source that says "recognised": A (signed decision), B1 (state press or portal) or C (seller, shows no star); B2 is proposed or scored only, which recognises nothing: then take this file out',
  }),
  issuedOn: date.nullable(),
  countedFrom: date.nullable().default(null),
  extendedUntil: date.nullable().default(null),
  withdrawnOn: date.nullable().default(null),
  productCode: z
    .string({ error: 'write the code in quotes, for example "24-09292-03-2026"' })
    .regex(/^\d{2}-\d{5}-\d{2,}-20\d{2}$/, {
      error: 'write the code in quotes as province-commune-serial-year, for example "24-09292-03-2026"',
    })
    .nullable()
    .default(null),
  sources: someSources,
});

// YAML reads 38.000 as thirty-eight, which no price is.
const priceHint = 'write the price in whole đồng without dots, for example 125000';
export const price = z.int({ error: priceHint }).refine(isPlausiblePrice, { error: priceHint });

export const sku = z
  .string({ error: 'write a stock code in capitals, for example MAM-NEM-200' })
  .regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/, {
    error: 'write a stock code of capitals, digits and dashes, for example MAM-NEM-200',
  });

const weightHint = 'write the weight in whole grams, or null';
export const weightGrams = z
  .int({ error: weightHint })
  .positive({ error: weightHint })
  .nullable()
  .default(null);

export const lotSchema = z.strictObject({
  // GS1 allows 20 characters for AI 10; capitals keep the code readable on a label.
  code: z
    .string({ error: 'write the lot code in quotes' })
    .regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/, { error: 'write capitals, digits and dashes' })
    .max(20, { error: 'write at most 20 characters (GS1 AI 10)' }),
  product: slug,
  madeOn: date,
  useBy: date.nullable(),
  quantity: z
    .int({ error: 'write the number of pieces as a whole number' })
    .positive({ error: 'write the number of pieces, 1 or more' }),
  rawMaterial: text,
});

const slugs = list(slug, 'write a list of product slugs').default([]);

export const fairSchema = z.strictObject({
  name: text,
  place: text,
  startsOn: date,
  endsOn: date,
  organiser: text,
  summary: text,
  stands: list(
    z.strictObject(
      {
        stand: line('write the number of the stand in quotes, for example "A01"'),
        producer: slug.nullable(),
        products: slugs,
      },
      { error: 'write "stand:" and "producer:"' },
    ),
    'write a list, each entry starting with "- stand:"',
  ).default([]),
  sources,
});

export const pointOfSaleSchema = z.strictObject({
  name: text,
  address,
  hours: text.nullable().default(null),
  phone,
  products: slugs,
  sources,
});

export const newsSchema = z.strictObject({
  title: text,
  date,
  summary: text,
  body: text.superRefine(checkMarkdown),
  sources: someSources,
});

/** The lines between the two `---` of a page; the text below them is the body. */
export const pageHeadSchema = z.strictObject({ title: line('write the title of the page') });
