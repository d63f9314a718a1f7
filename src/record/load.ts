/** Loads the public record from its folder of small files. */
import { resolve } from 'node:path';
import { todayInVietnam, type PlainDate } from '@ocop/rules/date';
import { crossCheck } from './checks.ts';
import { withPresentSlugs } from './former-slugs.ts';
import { identityProblems } from './identity-checks.ts';
import { toParts } from './schema-fields.ts';
import type { Filed, FiledParts } from './schema-fields.ts';
import { contentNotes } from './notes.ts';
import { ContentError } from './problems.ts';
import { readContent } from './read.ts';
import { buildRecord } from './record.ts';
import { readSlugHistory } from './slug-history.ts';
import type { Product, PublicRecord, Recognition } from './types.ts';
import { loadUnits } from './units.ts';
import { withdrawalOfRecognition, withdrawalsByProduct } from './withdrawals.ts';

export interface LoadOptions {
  /** The folder that holds products/, producers/, decisions/ … */
  contentDir: string;
  /** False leaves out everything below samples/. */
  samples: boolean;
  /** Tells in the notes days to come from days past; today in Vietnam where it is left out. */
  today?: PlainDate;
}

/**
 * Reads, checks and joins the whole record in one pass over the files; time grows in step with their
 * number. Throws {@link ContentError} naming every problem found: file, field, and what to write.
 */
export async function loadRecord({ contentDir, samples, today }: LoadOptions): Promise<PublicRecord> {
  const root = resolve(contentDir);
  const units = await loadUnits();
  const content = readContent(root, samples);
  const problems = [...content.problems];
  const histories = (samples ? (['', 'samples/'] as const) : ([''] as const)).map((prefix) =>
    readSlugHistory(root, prefix, problems),
  );
  const parts = withPresentSlugs(toParts(content, problems), histories);
  // A file that could not be read leaves others pointing at nothing: mend the files first, then the
  // names, then the links.
  if (problems.length === 0) problems.push(...identityProblems(parts, histories));
  if (problems.length === 0) problems.push(...crossCheck(parts, units));
  if (problems.length > 0) throw new ContentError(problems, root);

  return buildRecord(
    {
      ...parts,
      notes: contentNotes(parts, today ?? todayInVietnam(new Date())),
      products: productsWithOrigin(parts),
      producers: values(parts.producers),
      decisions: values(parts.decisions),
      recognitions: recognitionsWithDecision(parts),
      offers: values(parts.offers),
      giftBoxes: values(parts.giftBoxes),
      lots: values(parts.lots),
      fairs: values(parts.fairs),
      pointsOfSale: values(parts.pointsOfSale),
      news: values(parts.news),
    },
    units,
  );
}

function values<T>(filed: readonly Filed<T>[]): T[] {
  return filed.map((item) => item.value);
}

/** A product that writes no origin comes from where its producer is. */
function productsWithOrigin(parts: FiledParts): Product[] {
  const addresses = new Map(parts.producers.map(({ value }) => [value.slug, value.address]));
  return values(parts.products).map((product) => {
    const own = product.origin.printed !== null || product.origin.current !== null;
    const fallback = product.producer === null ? undefined : addresses.get(product.producer);
    return own || fallback === undefined ? product : { ...product, origin: fallback };
  });
}

/** Each recognition with what it was given by, and what took it away: nothing downstream asks again. */
function recognitionsWithDecision(parts: FiledParts): Recognition[] {
  const decisions = new Map(parts.decisions.map(({ value }) => [value.key, value]));
  const withdrawals = withdrawalsByProduct(values(parts.decisions));
  return values(parts.recognitions).flatMap((recognition) => {
    const decision = decisions.get(recognition.decisionKey);
    if (!decision) return [];
    const { type, number, signedOn, countedFrom } = decision;
    const withdrawal = withdrawalOfRecognition(recognition, decision, withdrawals);
    return [
      {
        ...recognition,
        decision: { type, number, signedOn, countedFrom },
        withdrawnOn: withdrawal?.on ?? recognition.withdrawnOn ?? null,
        withdrawnBy: withdrawal?.by.key ?? null,
      },
    ];
  });
}
