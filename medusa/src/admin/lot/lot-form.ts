import { isPlainDate } from '@ocop/rules/date';
import { isGtin } from '@ocop/rules/digital-link/gtin';
import { isLotCode } from '@ocop/rules/lot-code';
import type { LotDeclaration } from '../../modules/traceability/lots/register.ts';
import { typedWhole, type NumberProblem } from '../screen/typed-whole.ts';

export type LotField = 'code' | 'product' | 'gtin' | 'madeOn' | 'useBy' | 'quantity' | 'reason';

/** What is wrong with a field, by the name of its words. */
export type LotProblem = 'required' | 'gtinWrong' | 'useByEarly' | 'codeWrong' | NumberProblem;

export type LotForm =
  { ok: true; lot: LotDeclaration } | { ok: false; problems: Partial<Record<LotField, LotProblem>> };

/** Bounds of the packs of a lot. */
export const PACKS = { least: 1, most: 2_147_483_647 } as const;

/**
 * A lot as it was typed into the form; nothing typed is ''.
 * @param isCorrection of a registered lot, whose code stays and which needs a reason
 */
export function readLotForm(typed: (name: string) => string, isCorrection = false): LotForm {
  const problems: Partial<Record<LotField, LotProblem>> = {};
  const [code, product, gtin] = [typed('code'), typed('product'), typed('gtin')];
  const [madeOn, useBy] = [typed('madeOn'), typed('useBy')];
  const quantity = typedWhole(typed('quantity'), PACKS);
  if (code === '') problems.code = 'required';
  else if (!isCorrection && !isLotCode(code)) problems.code = 'codeWrong';
  if (product === '') problems.product = 'required';
  if (gtin !== '' && !isGtin(gtin)) problems.gtin = 'gtinWrong';
  if (!isPlainDate(madeOn)) problems.madeOn = 'required';
  if (useBy !== '' && (!isPlainDate(useBy) || useBy < madeOn)) problems.useBy = 'useByEarly';
  if (!quantity.ok) problems.quantity = quantity.problem;
  if (isCorrection && typed('reason') === '') problems.reason = 'required';
  if (!quantity.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    lot: {
      code,
      product,
      gtin: gtin || null,
      madeOn,
      useBy: useBy || null,
      quantity: quantity.value,
      rawMaterial: { vi: typed('rawVi'), en: typed('rawEn') },
      sample: typed('sample') !== '',
    },
  };
}
