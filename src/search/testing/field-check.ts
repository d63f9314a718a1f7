import type { PlainDate } from '@ocop/rules/date';
import { toGtin14 } from '@ocop/rules/digital-link/gtin';
import { standingOn } from '@ocop/rules/certificate/standing';
import { groupOf } from '@ocop/rules/taxonomy';
import type { Product, PublicRecord } from '../../record/types.ts';
import type { Wanted } from './field-queries.ts';

/** The slugs of a record that a search must find, by the record's own facts. */
export function wantedSlugs(record: PublicRecord, wanted: Wanted, today: PlainDate): string[] {
  return record.products
    .filter((product) => isWanted(record, product, wanted, today))
    .map(({ slug }) => slug);
}

function isWanted(record: PublicRecord, product: Product, wanted: Wanted, today: PlainDate): boolean {
  const standing = standingOn(record.recognitionsOf(product.slug), product.reported, today);
  const state = standing.kind === 'recognised' || standing.kind === 'lapsed' ? standing.state : standing.kind;
  const stars =
    standing.kind === 'recognised' || (wanted.states && standing.kind === 'lapsed') ? standing.stars : null;
  const producer = product.producer ? record.producer(product.producer) : null;
  const addresses = [product.origin, producer?.address];
  const province = addresses.map((address) => address?.current?.province).find(Boolean);
  const printed = addresses.map((address) => address?.printed ?? '').join('; ');
  const name = [product.name.vi, ...product.keywords.vi].join('; ');
  const maker = producer?.name.vi ?? '';
  const decisions = record.decisionsNaming(product.slug).map(({ number }) => number);
  const gtin = record.offerOf(product.slug)?.gtin ?? null;
  return (
    (!wanted.stars || (stars !== null && wanted.stars.includes(stars))) &&
    (!wanted.states || wanted.states.includes(state)) &&
    (!wanted.province || wanted.province === province) &&
    (!wanted.printed || wanted.printed.test(printed)) &&
    (!wanted.named || wanted.named.test(name)) &&
    (!wanted.maker || wanted.maker.test(maker)) &&
    (!wanted.group || wanted.group === groupOf(product.set).code) &&
    (!wanted.sets || wanted.sets.includes(product.set)) &&
    (!wanted.decision || decisions.some((number) => number.startsWith(wanted.decision ?? ''))) &&
    (!wanted.gtin || (gtin !== null && toGtin14(gtin) === wanted.gtin))
  );
}

/** How a list of searches fared: what of the wanted was found, and what of the found was not wanted. */
export interface Measure {
  queries: number;
  wanted: number;
  found: number;
  missing: string[];
  surplus: string[];
}

/** Asks every search of a list and compares. Partial matches, which say that they are, count as nothing found. */
export async function measure(
  record: PublicRecord,
  today: PlainDate,
  list: readonly (readonly [string, Wanted])[],
  ask: (query: string) => Promise<string[]>,
): Promise<Measure> {
  const result: Measure = { queries: list.length, wanted: 0, found: 0, missing: [], surplus: [] };
  for (const [query, wanted] of list) {
    const expected = wantedSlugs(record, wanted, today);
    const found = await ask(query);
    const missed = expected.filter((slug) => !found.includes(slug));
    const more = found.filter((slug) => !expected.includes(slug));
    result.wanted += expected.length;
    result.found += expected.length - missed.length;
    if (missed.length > 0) result.missing.push(`${query}: ${missed.join(', ')}`);
    if (more.length > 0) result.surplus.push(`${query}: ${more.join(', ')}`);
  }
  return result;
}
