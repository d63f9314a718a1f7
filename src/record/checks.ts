/**
 * Cross-checks between files: does what one file names exist, and may it be so. Each check walks its
 * own kind once over maps built once, so 20,000 products cost no more a piece than twenty.
 */
import { toGtin14, isExampleGtin } from '@ocop/rules/digital-link/gtin';
import { groupOf, productSet } from '@ocop/rules/taxonomy';
import type { Filed, FiledParts } from './schema-fields.ts';
import { checkDecisions } from './decision-checks.ts';
import type { ContentProblem } from './problems.ts';
import { slugProblem } from './identity-checks.ts';
import { checkGiftBoxes } from './gift-box-checks.ts';
import { checkRecognitions } from './recognition-checks.ts';
import { checkSameThings } from './same-things.ts';
import { checkProducerName, checkProductName, checkProductNames } from './reference-checks.ts';
import type { Address, Decision, Producer, Product } from './types.ts';
import type { Units } from './units.ts';
import { checkWithdrawals } from './withdrawal-checks.ts';

/** What the checks look things up in. */
export interface Index {
  products: ReadonlyMap<string, Filed<Product>>;
  producers: ReadonlyMap<string, Filed<Producer>>;
  decisions: ReadonlyMap<string, Filed<Decision>>;
  units: Units;
  report(file: string, field: string, message: string): void;
}

/** Every problem between the files; an empty list means the record may be built. */
export function crossCheck(parts: FiledParts, units: Units): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const report = (file: string, field: string, message: string): void => {
    problems.push({ file, field, message });
  };
  const index: Index = {
    products: uniquely(parts.products, (p) => p.slug, 'product', report),
    producers: uniquely(parts.producers, (p) => p.slug, 'producer', report),
    decisions: uniquely(parts.decisions, (d) => d.key, 'decision', report),
    units,
    report,
  };
  uniquely(parts.fairs, (f) => f.slug, 'fair', report);
  uniquely(parts.pointsOfSale, (p) => p.slug, 'point of sale', report);
  uniquely(parts.news, (n) => n.slug, 'news item', report);
  uniquely(parts.lots, (l) => l.code, 'lot', report);
  uniquely(parts.offers, (o) => o.product, 'offer of the product', report);

  uniquely(parts.giftBoxes, (b) => b.slug, 'gift box', report);
  for (const kind of ['fairs', 'giftBoxes', 'pointsOfSale', 'news'] as const) {
    for (const { file, name } of parts[kind]) checkSlug(file, name, report);
  }
  for (const product of parts.products) checkProduct(product, index);
  for (const { file, value } of parts.producers) checkAddress(file, 'address', value.address, index);
  checkDecisions(parts, index);
  checkRecognitions(parts.recognitions, index);
  checkWithdrawals(parts, index);
  checkSameThings(parts, index);
  checkOffers(parts, index);
  checkGiftBoxes(parts, index);
  checkLots(parts, index);
  checkFairs(parts, index);
  for (const place of parts.pointsOfSale) {
    checkAddress(place.file, 'address', place.value.address, index);
    checkProductNames(place, 'products', place.value.products, index);
  }
  return problems;
}

type Report = Index['report'];

function uniquely<T>(
  filed: readonly Filed<T>[],
  key: (value: T) => string,
  what: string,
  report: Report,
): Map<string, Filed<T>> {
  const seen = new Map<string, Filed<T>>();
  for (const item of filed) {
    const before = seen.get(key(item.value));
    if (before) {
      report(
        item.file,
        '',
        `${before.file} already is the ${what} ${key(item.value)}; rename or remove one of them`,
      );
    } else seen.set(key(item.value), item);
  }
  return seen;
}

function checkSlug(file: string, name: string, report: Report): void {
  const problem = slugProblem(name);
  if (problem !== null) report(file, '', problem);
}

function checkProduct(filed: Filed<Product>, index: Index): void {
  const { file, value } = filed;
  if (value.producer !== null) checkProducerName(filed, 'producer', value.producer, index);
  const noOrigin = value.origin.printed === null && value.origin.current === null;
  if (value.producer === null && noOrigin) {
    index.report(
      file,
      'origin',
      'missing; a product without a producer needs an origin of its own: write it',
    );
  }
  checkAddress(file, 'origin', value.origin, index);
  const needed =
    value.set === 14 || value.set === 15 ? 'alcohol' : value.set === 18 ? 'functional-food' : null;
  if (needed !== null && !value.notices.includes(needed)) {
    index.report(file, 'notices', `product set ${value.set} needs a notice; write notices: [${needed}]`);
  }
  // A spirit in another set would be sold without asking for an age; a vessel for one is no spirit.
  const isSpirit = /^rượu(\s|$)/iu.test(value.name.vi) && groupOf(value.set).code !== 'IV';
  if (isSpirit && needed !== 'alcohol' && !value.notices.includes('alcohol')) {
    index.report(
      file,
      'set',
      `${value.set} is "${productSet(value.set).name.vi}", and the name begins with "Rượu"; write 14 or 15 with notices: [alcohol], or the notice alone where the set is right`,
    );
  }
}

function checkAddress(file: string, field: string, address: Address, index: Index): void {
  const { current } = address;
  if (current === null) return;
  const at = `${field}.current`;
  if (!index.units.provinces.has(current.province)) {
    index.report(
      file,
      `${at}.province`,
      `${current.province} is not one of today's 34 provinces; write its two-digit code`,
    );
    return;
  }
  if (current.commune === null) {
    if (current.status === 'confirmed') {
      index.report(file, `${at}.status`, 'the commune is not known, so write needs-confirmation');
    }
    return;
  }
  const commune = index.units.communes.get(current.commune);
  if (!commune) {
    index.report(
      file,
      `${at}.commune`,
      `${current.commune} is not in the table of today's communes; write the code of one that is`,
    );
  } else if (commune.provinceCode !== current.province) {
    index.report(
      file,
      `${at}.commune`,
      `${current.commune} is ${commune.name} of province ${commune.provinceCode}; write the commune or the province anew so that they agree`,
    );
  }
}

function checkOffers(parts: FiledParts, index: Index): void {
  const gtins = new Map<string, string>();
  const skus = new Map<string, string>();
  for (const offer of parts.offers) {
    const { file, name, sample, value } = offer;
    checkProductName(offer, 'product', value.product, index);
    if (name !== value.product) {
      index.report(file, 'product', `"${value.product}" was found; rename the file to ${value.product}.yaml`);
    }
    if (!sample && value.wholesale && value.wholesale.sources.length === 0) {
      index.report(
        file,
        'wholesale.sources',
        'missing; write at least one source, or nobody can check these terms',
      );
    }
    if (value.gtin !== null) {
      const gtin = toGtin14(value.gtin);
      if (sample !== isExampleGtin(value.gtin)) {
        index.report(
          file,
          'gtin',
          sample
            ? `${value.gtin} could belong to somebody; a sample's GTIN starts with GS1's example prefix 9506000: write such a one, or null`
            : `${value.gtin} has GS1's example prefix 9506000; write the producer's own GTIN, or null`,
        );
      }
      const before = gtins.get(gtin);
      if (before !== undefined)
        index.report(file, 'gtin', `${value.gtin} is already in ${before}; write each GTIN once`);
      else gtins.set(gtin, file);
    }
    value.packs.forEach((pack, i) => {
      const before = skus.get(pack.sku);
      if (before !== undefined) {
        index.report(file, `packs.${i}.sku`, `${pack.sku} is already in ${before}; write another stock code`);
      } else skus.set(pack.sku, file);
    });
  }
}

function checkLots(parts: FiledParts, index: Index): void {
  for (const lot of parts.lots) {
    const { file, name, value } = lot;
    checkProductName(lot, 'product', value.product, index);
    if (name !== value.code) {
      index.report(file, 'code', `"${value.code}" was found; rename the file to ${value.code}.yaml`);
    }
    if (value.useBy !== null && value.useBy < value.madeOn) {
      index.report(
        file,
        'useBy',
        `${value.useBy} is before the lot was made (${value.madeOn}); correct one of the days`,
      );
    }
  }
}

function checkFairs(parts: FiledParts, index: Index): void {
  for (const fair of parts.fairs) {
    const { file, value } = fair;
    if (value.endsOn < value.startsOn) {
      index.report(
        file,
        'endsOn',
        `${value.endsOn} is before the first day (${value.startsOn}); correct one of the days`,
      );
    }
    const numbers = new Set<string>();
    value.stands.forEach((stand, i) => {
      const at = `stands.${i}`;
      if (numbers.has(stand.stand))
        index.report(file, `${at}.stand`, `stand ${stand.stand} is listed twice; join the two`);
      numbers.add(stand.stand);
      if (stand.producer !== null) checkProducerName(fair, `${at}.producer`, stand.producer, index);
      checkProductNames(fair, `${at}.products`, stand.products, index);
    });
  }
}
