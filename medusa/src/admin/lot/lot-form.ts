import { isPlainDate } from '@ocop/rules/date';
import { isGtin } from '@ocop/rules/digital-link/gtin';
import type { LotDeclaration } from '../../modules/traceability/lots/register.ts';

export type LotField = 'code' | 'product' | 'gtin' | 'madeOn' | 'useBy' | 'quantity';

/** What is wrong with a field, by the name of its words. */
export type LotProblem = 'required' | 'gtinWrong' | 'useByEarly' | 'quantityWrong' | 'codeLong';

export type LotForm =
  { ok: true; lot: LotDeclaration } | { ok: false; problems: Partial<Record<LotField, LotProblem>> };

const MOST_PACKS = 2_147_483_647;

/** A lot as it was typed into the form; nothing typed is ''. */
export function readLotForm(typed: (name: string) => string): LotForm {
  const problems: Partial<Record<LotField, LotProblem>> = {};
  const [code, product, gtin] = [typed('code'), typed('product'), typed('gtin')];
  const [madeOn, useBy, quantity] = [typed('madeOn'), typed('useBy'), Number(typed('quantity'))];
  if (code === '') problems.code = 'required';
  else if (code.length > 20) problems.code = 'codeLong';
  if (product === '') problems.product = 'required';
  if (gtin !== '' && !isGtin(gtin)) problems.gtin = 'gtinWrong';
  if (!isPlainDate(madeOn)) problems.madeOn = 'required';
  if (useBy !== '' && (!isPlainDate(useBy) || useBy < madeOn)) problems.useBy = 'useByEarly';
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_PACKS) {
    problems.quantity = 'quantityWrong';
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    lot: {
      code,
      product,
      gtin: gtin || null,
      madeOn,
      useBy: useBy || null,
      quantity,
      rawMaterial: { vi: typed('rawVi'), en: typed('rawEn') },
      sample: typed('sample') !== '',
    },
  };
}
