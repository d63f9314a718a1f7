/** Which decisions of withdrawal end which recognitions: the one reading that loader and checks share. */
import type { PlainDate } from '@ocop/rules/date';
import { withdrawalOf } from '@ocop/rules/certificate/withdrawal';
import type { WithdrawableFacts } from '@ocop/rules/certificate/withdrawal';
import type { LooseRecognition } from './schema-fields.ts';
import type { Decision } from './types.ts';

/** Product slug → the withdrawals that name it. */
export type Withdrawals = ReadonlyMap<string, readonly Decision[]>;

export function withdrawalsByProduct(decisions: readonly Decision[]): Withdrawals {
  const byProduct = new Map<string, Decision[]>();
  for (const decision of decisions) {
    if (decision.type !== 'withdrawal') continue;
    for (const product of decision.products) {
      const list = byProduct.get(product);
      if (list) list.push(decision);
      else byProduct.set(product, [decision]);
    }
  }
  return byProduct;
}

/** A recognition as the rule of withdrawal reads it. @param recognising its own decision */
export function withdrawable(
  { stars, issuedOn }: Pick<LooseRecognition, 'stars' | 'issuedOn'>,
  recognising: Pick<Decision, 'signedOn' | 'year'>,
): WithdrawableFacts {
  return { stars, recognisedOn: recognising.signedOn ?? issuedOn ?? String(recognising.year) };
}

/** The decision that withdraws a recognition and its first day of effect; null where none does. */
export function withdrawalOfRecognition(
  recognition: LooseRecognition,
  recognising: Pick<Decision, 'signedOn' | 'year'>,
  withdrawals: Withdrawals,
): { by: Decision; on: PlainDate } | null {
  const naming = withdrawals.get(recognition.product);
  return naming ? withdrawalOf(withdrawable(recognition, recognising), naming) : null;
}
