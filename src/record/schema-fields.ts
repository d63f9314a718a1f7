/** From parsed files to plain domain objects; a file that does not fit its schema is a problem. */
import { decisionKey } from '@ocop/rules/certificate/decision';
import type { z } from 'zod';
import { markdownProblem } from './markdown-content.ts';
import { giftBoxSchema } from './gift-box-schema.ts';
import { offerSchema } from './offer-schema.ts';
import type { ContentProblem } from './problems.ts';
import { schemaProblems } from './problems.ts';
import type { RawContent, RawFile, RawPage } from './read.ts';
import {
  decisionSchema,
  fairSchema,
  lotSchema,
  newsSchema,
  pageHeadSchema,
  pointOfSaleSchema,
  producerSchema,
  productSchema,
  recognitionSchema,
} from './schema.ts';
import type { Address, Decision, Page, RecordParts, Recognition } from './types.ts';

/** A recognition before its decision was looked up. */
export interface LooseRecognition extends Omit<Recognition, 'decision'> {
  decision: null;
}

/** A domain object with the file it came from, for the messages of the cross-checks. */
export interface Filed<T> {
  file: string;
  /** File name without its ending, or the product's folder. */
  name: string;
  sample: boolean;
  value: T;
}

/** Parts of the record as the files give them: decisions not yet joined to recognitions. */
export type FiledParts = {
  [K in Exclude<keyof RecordParts, 'recognitions' | 'pages' | 'notes'>]: Filed<RecordParts[K][number]>[];
} & { recognitions: Filed<LooseRecognition>[]; pages: Page[] };

const NOWHERE: Address = { printed: null, current: null };

/** Parses every file; problems are added to `problems` and their files left out. */
export function toParts(content: RawContent, problems: ContentProblem[]): FiledParts {
  const parts: FiledParts = {
    products: [],
    producers: [],
    decisions: [],
    recognitions: [],
    offers: [],
    giftBoxes: [],
    lots: [],
    fairs: [],
    pointsOfSale: [],
    news: [],
    pages: toPages(content.pages, problems),
  };
  const parsed = <T>(raw: RawFile, schema: z.ZodType<T>): T | null => {
    if (raw.data != null && (typeof raw.data !== 'object' || Array.isArray(raw.data))) {
      const message =
        'the file is one text or list; write fields, each on a line of its own as "name: value"';
      problems.push({ file: raw.file, field: '', message });
      return null;
    }
    const result = schema.safeParse(raw.data ?? {});
    if (result.success) return result.data;
    problems.push(...schemaProblems(raw.file, raw.data, result.error.issues));
    return null;
  };
  const keep = <T>(to: Filed<T>[], raw: RawFile, value: T): void => {
    to.push({ file: raw.file, name: raw.name, sample: raw.sample, value });
  };

  for (const raw of content.files) {
    const { name: slug, sample } = raw;
    switch (raw.kind) {
      case 'products': {
        const data = parsed(raw, productSchema);
        if (!data) break;
        const reported = data.reported.map((report) => ({ ...report, grade: report.source.grade }));
        const origin = data.origin ?? NOWHERE;
        keep(parts.products, raw, {
          ...data,
          slug,
          formerSlugs: [],
          origin,
          reported,
          photo: raw.photo,
          sample,
        });
        break;
      }
      case 'producers': {
        const data = parsed(raw, producerSchema);
        if (data) keep(parts.producers, raw, { ...data, slug, formerSlugs: [], sample });
        break;
      }
      case 'decisions': {
        const data = parsed(raw, decisionSchema);
        if (data) addDecision(parts, raw, data, problems);
        break;
      }
      case 'recognitions': {
        const data = parsed(raw, recognitionSchema);
        if (!data) break;
        keep(parts.recognitions, raw, { ...data, decisionKey: data.decision, decision: null });
        break;
      }
      case 'offers': {
        const data = parsed(raw, offerSchema);
        if (data) keep(parts.offers, raw, { ...data, sample });
        break;
      }
      case 'gift-boxes': {
        const data = parsed(raw, giftBoxSchema);
        if (data) keep(parts.giftBoxes, raw, { ...data, slug, sample });
        break;
      }
      case 'lots': {
        const data = parsed(raw, lotSchema);
        if (data) keep(parts.lots, raw, { ...data, sample });
        break;
      }
      case 'fairs': {
        const data = parsed(raw, fairSchema);
        if (data) keep(parts.fairs, raw, { ...data, slug, sample });
        break;
      }
      case 'points-of-sale': {
        const data = parsed(raw, pointOfSaleSchema);
        if (data) keep(parts.pointsOfSale, raw, { ...data, slug, sample });
        break;
      }
      case 'news': {
        const data = parsed(raw, newsSchema);
        if (data) keep(parts.news, raw, { ...data, slug });
        break;
      }
    }
  }
  return parts;
}

/** A decision's year is its signing day's; only one without that day writes the year itself. */
function addDecision(
  parts: FiledParts,
  raw: RawFile,
  data: z.infer<typeof decisionSchema>,
  problems: ContentProblem[],
): void {
  const year = data.signedOn === null ? data.year : Number(data.signedOn.slice(0, 4));
  if (year === null) {
    const message = 'missing; write the year where the day is not known';
    problems.push({ file: raw.file, field: 'year', message });
    return;
  }
  if (data.year !== null && data.year !== year) {
    const message = `${data.year} was found; the signing day says ${year}: take the year out`;
    problems.push({ file: raw.file, field: 'year', message });
    return;
  }
  const key = decisionKey({
    issuer: data.issuer.slug,
    number: data.number,
    date: data.signedOn ?? String(year),
  });
  const value: Decision = { ...data, year, key };
  parts.decisions.push({ file: raw.file, name: raw.name, sample: raw.sample, value });
}

/** Joins NAME.vi.md and NAME.en.md; a page in one language alone is a problem. */
function toPages(raws: readonly RawPage[], problems: ContentProblem[]): Page[] {
  const bySlug = new Map<string, { vi?: RawPage; en?: RawPage }>();
  for (const raw of raws) {
    const pair = bySlug.get(raw.slug) ?? {};
    pair[raw.lang] = raw;
    bySlug.set(raw.slug, pair);
  }
  const pages: Page[] = [];
  for (const [slug, { vi, en }] of bySlug) {
    const title = { vi: pageTitle(vi, problems), en: pageTitle(en, problems) };
    if (vi && en) {
      if (title.vi !== null && title.en !== null) {
        const body = { vi: vi.body, en: en.body };
        pages.push({ slug, title: { vi: title.vi, en: title.en }, body });
      }
    } else {
      const file = (vi ?? en)?.file ?? slug;
      const missing = `${slug}.${vi ? 'en' : 'vi'}.md`;
      problems.push({
        file,
        field: '',
        message: `write ${missing} beside it: a page has both languages`,
      });
    }
  }
  return pages;
}

function pageTitle(raw: RawPage | undefined, problems: ContentProblem[]): string | null {
  if (!raw) return null;
  const head = pageHeadSchema.safeParse(raw.head ?? {});
  if (head.success && raw.body !== '') {
    const message = markdownProblem(raw.body);
    if (message === null) return head.data.title;
    problems.push({ file: raw.file, field: '', message });
    return null;
  }
  problems.push(
    ...(head.success
      ? [
          {
            file: raw.file,
            field: '',
            message: 'write the text of the page below the second "---"',
          },
        ]
      : schemaProblems(raw.file, raw.head, head.error.issues)),
  );
  return null;
}
