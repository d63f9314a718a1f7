import type { RecallRequest } from '@ocop/contract/recalls';
import { readSegment } from '../stamp-order/segment-form.ts';

export type RecallField = 'lot' | 'range' | 'segment' | 'code' | 'reasonVi' | 'adviceVi';
export type RecallProblem = 'required' | 'segmentWrong';

export type RecallForm =
  { ok: true; recall: RecallRequest } | { ok: false; problems: Partial<Record<RecallField, RecallProblem>> };

const needed = ['reasonVi', 'adviceVi'] as const;

/**
 * A recall as it was typed; stamps are counted from 1 there and from 0 by the server. Its English may
 * come later: nobody should go on eating because a translation is missing.
 */
export function readRecallForm(typed: (name: string) => string): RecallForm {
  const problems: Partial<Record<RecallField, RecallProblem>> = {};
  const scope = typed('scope');
  const range = Number(typed('range'));
  const segment = readSegment(typed('first'), typed('last'));
  if (scope === 'lot' && typed('lot') === '') problems.lot = 'required';
  if (scope === 'serial' && typed('code') === '') problems.code = 'required';
  if (scope === 'range') {
    if (typed('range') === '' || !Number.isInteger(range) || range < 0) problems.range = 'required';
    if (segment === null) problems.segment = 'segmentWrong';
  }
  for (const saying of needed) if (typed(saying) === '') problems[saying] = 'required';
  if (Object.keys(problems).length > 0 || segment === null) return { ok: false, problems };
  const told = {
    reason: { vi: typed('reasonVi'), en: typed('reasonEn') },
    advice: { vi: typed('adviceVi'), en: typed('adviceEn') },
  };
  if (scope === 'serial') return { ok: true, recall: { scope, code: typed('code'), ...told } };
  if (scope === 'range') return { ok: true, recall: { scope, range, ...segment, ...told } };
  return { ok: true, recall: { scope: 'lot', lot: typed('lot'), ...told } };
}
