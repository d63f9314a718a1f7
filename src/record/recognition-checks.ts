/**
 * The checks that stand between a file and a star. A star nobody may give is false advertising,
 * so each is an error.
 */
import { certificateProblem } from '@ocop/rules/certificate/certificate';
import type { PlainDate } from '@ocop/rules/date';
import { certificateOf } from '@ocop/rules/certificate/standing';
import { issuerMayRecognise } from '@ocop/rules/certificate/stars';
import type { Index } from './checks.ts';
import { checkCountedFrom } from './decision-checks.ts';
import type { Filed, LooseRecognition } from './schema-fields.ts';
import type { Decision } from './types.ts';

const TYPE_WORDS = {
  'entry-list': 'a list of products entering the year (danh mục tham gia)',
  withdrawal: 'a withdrawal (thu hồi)',
  recognition: 'a recognition (công nhận)',
} as const;

const CERTIFICATE_MESSAGES: Readonly<Record<string, { field: string; message: string }>> = {
  'extension-too-long': {
    field: 'extendedUntil',
    message:
      'an extension ends at most 180 days after the certificate (QĐ 26/2026/QĐ-TTg, Đ.12); write an earlier day',
  },
  'extension-before-expiry': {
    field: 'extendedUntil',
    message: 'the extension ends before the certificate does; write a later day, or null',
  },
  'withdrawn-before-issue': {
    field: 'withdrawnOn',
    message: 'the certificate is withdrawn before it was issued; correct one of the days',
  },
};

/** Checks recognitions against their product, decision and certificate rules. */
export function checkRecognitions(recognitions: readonly Filed<LooseRecognition>[], index: Index): void {
  const given = new Map<string, string>();
  for (const { file, name, value } of recognitions) {
    const { product, decisionKey } = value;
    const known = index.products.get(product);
    if (!known) {
      index.report(
        file,
        'product',
        `there is no product "${product}"; write the name of a folder in products/`,
      );
    } else if (known.sample) {
      index.report(
        file,
        'product',
        `"${product}" is a sample, and a sample has no stars; take this file out`,
      );
    } else if (!isNamedAfter(name, product)) {
      index.report(
        file,
        'product',
        `"${product}" was found; rename the file to ${product}--1.yaml (or --2, --3 …)`,
      );
    }

    const pair = `${product} ${decisionKey}`;
    const before = given.get(pair);
    if (before !== undefined)
      index.report(file, 'decision', `${before} already gives this product these stars; keep one`);
    given.set(pair, file);

    const decision = index.decisions.get(decisionKey)?.value;
    if (!decision) {
      index.report(
        file,
        'decision',
        `there is no decision "${decisionKey}"; write the name of a file in decisions/ without .yaml`,
      );
      continue;
    }
    checkAgainstDecision(file, value, decision, index);
    checkCertificate(file, value, decision, index);
  }
}

/** A file is named product--1, product--2 …: one product may be recognised again and again. */
function isNamedAfter(name: string, product: string): boolean {
  return name.startsWith(`${product}--`) && /^[1-9]\d*$/.test(name.slice(product.length + 2));
}

function checkAgainstDecision(file: string, value: LooseRecognition, decision: Decision, index: Index): void {
  if (decision.type !== 'recognition') {
    index.report(
      file,
      'decision',
      `${decision.number} is ${TYPE_WORDS[decision.type]}, which gives no stars; name the decision that recognised the product, or take this file out`,
    );
    return;
  }
  if (!decision.products.includes(value.product)) {
    index.report(
      file,
      'product',
      `${decision.key} does not name "${value.product}"; add it to the decision's products, or name another decision`,
    );
  }
  if (!mayRecognise(decision, value.stars)) {
    index.report(
      file,
      'stars',
      `${decision.issuer.name.vi} could not give ${value.stars} stars in ${decision.signedOn ?? decision.year}; correct the stars, the decision's signedOn or its issuer's level`,
    );
  }
}

/** Where only the year is known, one day of it on which the issuer had the power is enough. */
function mayRecognise(decision: Decision, stars: number): boolean {
  const { level } = decision.issuer;
  if (decision.signedOn !== null) return issuerMayRecognise(level, stars, decision.signedOn);
  const days: PlainDate[] = [`${decision.year}-01-01`, `${decision.year}-12-31`];
  return days.some((day) => issuerMayRecognise(level, stars, day));
}

function checkCertificate(file: string, value: LooseRecognition, decision: Decision, index: Index): void {
  // Without a day on the certificate the decision's signing day stands for it, as in standingOn.
  const issuedOn = value.issuedOn ?? decision.signedOn;
  if (value.countedFrom != null) {
    checkCountedFrom(file, value.countedFrom, issuedOn, index);
  }
  if (issuedOn === null) {
    if (value.extendedUntil != null) {
      index.report(
        file,
        'issuedOn',
        'missing; an extension counts from the certificate, so write the day it was issued',
      );
    }
    return;
  }
  if (decision.signedOn !== null && issuedOn < decision.signedOn) {
    index.report(
      file,
      'issuedOn',
      `${issuedOn} is before the decision (${decision.signedOn}); write the day on the certificate`,
    );
  }
  const { type, number, signedOn, countedFrom } = decision;
  const certificate = certificateOf({ ...value, decision: { type, number, signedOn, countedFrom } });
  const problem = certificate && certificateProblem(certificate);
  if (problem === null) return;
  const told = CERTIFICATE_MESSAGES[problem] ?? {
    field: 'issuedOn',
    message: `the days do not fit together (${problem}); correct them`,
  };
  index.report(file, told.field, told.message);
}
