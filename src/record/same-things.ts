/**
 * One thing in two files: the same product entered twice would have two pages, two stars and two stocks. A name
 * alone is nothing, for many makers sell "Mật ong rừng"; name and maker, or name and place, are.
 */
import { decisionKey } from '@ocop/rules/certificate/decision';
import type { Index } from './checks.ts';
import type { Filed, FiledParts } from './schema-fields.ts';
import type { Address } from './types.ts';

/** Reports files that tell of what another file tells of already. */
export function checkSameThings(parts: FiledParts, index: Index): void {
  const report = (file: string, field: string, message: string) => index.report(file, field, message);

  twice(parts.products, ({ value: { name, producer, origin } }) => [
    name.vi,
    producer ?? placeKey(origin),
  ]).forEach(([first, second]) =>
    report(
      second.file,
      'name',
      `${first.file} is a product of this name and maker already; keep one of them, or write into both names what tells them apart`,
    ),
  );
  twice(parts.producers, ({ value: { name, address } }) => [name.vi, placeKey(address)]).forEach(
    ([first, second]) =>
      report(
        second.file,
        'name',
        `${first.file} is a producer of this name and address already; keep one of them and name it in the products`,
      ),
  );
  twice(parts.fairs, ({ value: { name, startsOn } }) => [name.vi, startsOn]).forEach(([first, second]) =>
    report(second.file, 'name', `${first.file} is a fair of this name and day already; keep one of them`),
  );
  twice(parts.pointsOfSale, ({ value: { name, address } }) => [name.vi, placeKey(address)]).forEach(
    ([first, second]) =>
      report(
        second.file,
        'name',
        `${first.file} is a shop of this name and address already; keep one of them`,
      ),
  );
  twice(parts.news, ({ value: { title, date } }) => [title.vi, date]).forEach(([first, second]) =>
    report(second.file, 'title', `${first.file} is news of this title and day already; keep one of them`),
  );
  checkDecisions(parts, index);
  checkProductCodes(parts, index);
}

/** A decision entered by its year, and again when its day was found. */
function checkDecisions({ decisions }: FiledParts, index: Index): void {
  const byYear = new Map<string, Filed<{ signedOn: string | null }>>();
  const keyOf = ({ issuer, number, year }: (typeof decisions)[number]['value']) =>
    decisionKey({ issuer: issuer.slug, number, date: String(year) });
  for (const decision of decisions) {
    if (decision.value.signedOn === null) byYear.set(keyOf(decision.value), decision);
  }
  for (const { file, value } of decisions) {
    const other = value.signedOn === null ? undefined : byYear.get(keyOf(value));
    if (!other) continue;
    const message = `${other.file} is this decision without its day; move what it says here and take it out`;
    index.report(file, 'number', message);
  }
}

function checkProductCodes({ recognitions }: FiledParts, index: Index): void {
  const owners = new Map<string, Filed<{ product: string }>>();
  for (const recognition of recognitions) {
    const { productCode, product } = recognition.value;
    if (productCode === null) continue;
    const owner = owners.get(productCode) ?? recognition;
    owners.set(productCode, owner);
    if (owner.value.product === product) continue;
    const message = `${productCode} is the code of "${owner.value.product}" in ${owner.file}; a code belongs to one product: correct one of them`;
    index.report(recognition.file, 'productCode', message);
  }
}

/** Pairs of files whose keys say the same; capitals and spaces make no difference. */
function twice<T>(
  filed: readonly Filed<T>[],
  keyOf: (item: Filed<T>) => readonly (string | null)[],
): [first: Filed<T>, second: Filed<T>][] {
  const seen = new Map<string, Filed<T>>();
  return filed.flatMap((item): [Filed<T>, Filed<T>][] => {
    const parts = keyOf(item);
    // What is not known is not known to be the same.
    if (parts.includes(null)) return [];
    const key = parts.map((part) => (part ?? '').toLowerCase().replace(/\s+/g, ' ').trim()).join('\n');
    const before = seen.get(key);
    if (before) return [[before, item]];
    seen.set(key, item);
    return [];
  });
}

/** A place as far as it is known: the printed address, else the commune with its detail; null without either. */
function placeKey({ printed, current }: Address): string | null {
  if (printed !== null) return printed;
  return current?.commune ? `${current.commune} ${current.detail?.vi ?? ''}` : null;
}
