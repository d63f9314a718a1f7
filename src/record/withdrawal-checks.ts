/**
 * The checks of decisions of withdrawal. One that ends nothing, or that nobody may sign, is an error: the
 * star it means would stay up without a word, or a maker would lose one by a mistake.
 */
import { daysBetween, formatDate } from '@ocop/rules/date';
import { mayBeRecognised } from '@ocop/rules/certificate/stars';
import { issuerMayWithdraw, withdrawalDay, withdraws } from '@ocop/rules/certificate/withdrawal';
import type { Index } from './checks.ts';
import type { Filed, FiledParts, LooseRecognition } from './schema-fields.ts';
import type { Decision } from './types.ts';
import { withdrawable, withdrawalOfRecognition, withdrawalsByProduct } from './withdrawals.ts';

/** A withdrawal that takes effect a year after its signing is a misprinted year. */
const FARTHEST_DAYS = 365;

/** Checks withdrawals: their day, their source, their issuer, and that each named product has stars to lose. */
export function checkWithdrawals(parts: FiledParts, index: Index): void {
  const byProduct = new Map<string, Filed<LooseRecognition>[]>();
  for (const filed of parts.recognitions) {
    const list = byProduct.get(filed.value.product);
    if (list) list.push(filed);
    else byProduct.set(filed.value.product, [filed]);
  }
  for (const { file, value } of parts.decisions) {
    if (value.type !== 'withdrawal') {
      if (value.effectiveOn !== null) {
        const message = 'only a withdrawal has a day of effect of its own; take the line out';
        index.report(file, 'effectiveOn', message);
      }
      continue;
    }
    checkSource(file, value, index);
    if (!checkDay(file, value, index)) continue;
    value.products.forEach((slug, i) => {
      if (!index.products.has(slug)) return;
      const problem = problemOf(value, slug, byProduct.get(slug) ?? [], index);
      if (problem !== null) index.report(file, `products.${i}`, `"${slug}" ${problem}`);
    });
  }
  checkWrittenDays(parts, index);
}

function checkSource(file: string, { sources }: Decision, index: Index): void {
  if (sources.some(({ grade }) => grade === 'A' || grade === 'B1')) return;
  const message =
    "a withdrawal takes a maker's stars away, so one source of grade A or B1 must say it was signed; add that source, or take this file out until there is one";
  index.report(file, 'sources', message);
}

/** False where the days are so wrong that nothing more can be said. */
function checkDay(file: string, { signedOn, effectiveOn }: Decision, index: Index): boolean {
  if (signedOn === null && effectiveOn === null) {
    const message =
      'missing; stars go away on a day: write the signing day as signedOn, or as effectiveOn the first day a source tells of the withdrawal';
    index.report(file, 'effectiveOn', message);
    return false;
  }
  if (signedOn === null || effectiveOn === null) return true;
  const days = daysBetween(signedOn, effectiveOn);
  if (days === 0) {
    const message = `${effectiveOn} is the signing day, which counts anyway; take the line out`;
    index.report(file, 'effectiveOn', message);
  } else if (days < 0) {
    const message = `${effectiveOn} is before the signing day (${signedOn}); correct one of the days`;
    index.report(file, 'effectiveOn', message);
  } else if (days >= FARTHEST_DAYS) {
    const message = `${effectiveOn} is a year or more after the signing day (${signedOn}); check both years in the source and correct one`;
    index.report(file, 'effectiveOn', message);
  }
  return days >= 0 && days < FARTHEST_DAYS;
}

/** Why the withdrawal ends nothing of a product, and what to write; null where it ends something. */
function problemOf(
  withdrawal: Decision,
  slug: string,
  recognitions: readonly Filed<LooseRecognition>[],
  index: Index,
): string | null {
  const day = withdrawalDay(withdrawal) ?? '';
  const facts = recognitions.flatMap(({ file, value }) => {
    const recognising = index.decisions.get(value.decisionKey)?.value;
    // A decision that is not there is told of at the recognition.
    return recognising ? [{ file, ...withdrawable(value, recognising) }] : [];
  });
  if (facts.length < recognitions.length) return null;
  if (facts.length === 0) {
    return `has no recognition that could be withdrawn; write the one this decision ends as recognitions/${slug}--1.yaml, or take the product out of the list`;
  }
  if (facts.some((fact) => withdraws(withdrawal, fact))) return null;
  const earlier = facts.filter(({ recognisedOn }) => recognisedOn <= day);
  const [last] = earlier.length > 0 ? earlier.slice(-1) : facts;
  if (!last) return null;
  if (earlier.length === 0) {
    return `was recognised (${last.recognisedOn}, ${last.file}) only after this withdrawal took effect (${day}); correct one of the days, or take the product out of the list`;
  }
  return mayBeRecognised(last.stars) && !issuerMayWithdraw(withdrawal.issuer.level, last.stars, day)
    ? `has ${last.stars} stars (${last.file}), which ${withdrawal.issuer.name.vi} could not withdraw on ${formatDate(day, 'en')}: provinces withdraw 3 and 4 stars, the ministry 5 (QĐ 26/2026/QĐ-TTg, Đ.8.2); correct the issuer's level, or take the product out of the list`
    : null;
}

/** A day written by hand beside a decision that gives one would be a second truth. */
function checkWrittenDays(parts: FiledParts, index: Index): void {
  const withdrawals = withdrawalsByProduct(parts.decisions.map(({ value }) => value));
  for (const { file, value } of parts.recognitions) {
    const recognising = index.decisions.get(value.decisionKey)?.value;
    if (value.withdrawnOn == null || !recognising) continue;
    const found = withdrawalOfRecognition(value, recognising, withdrawals);
    if (!found) continue;
    const message = `${found.by.key} withdraws it from ${found.on}; take the line out, the decision is enough`;
    index.report(file, 'withdrawnOn', message);
  }
}
