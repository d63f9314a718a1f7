import type { RecallRequest } from '@ocop/contract/recalls';
import { typedWhole, type NumberProblem } from '../screen/typed-whole.ts';
import { readSegment } from '../stamp-order/segment-form.ts';

export type RecallField = 'lot' | 'range' | 'first' | 'last' | 'code' | 'reasonVi' | 'adviceVi';
export type RecallProblem = 'required' | 'segmentWrong' | NumberProblem;

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
  const range = typedWhole(typed('range'));
  const read = readSegment(typed);
  if (scope === 'lot' && typed('lot') === '') problems.lot = 'required';
  if (scope === 'serial' && typed('code') === '') problems.code = 'required';
  if (scope === 'range') {
    if (!range.ok) problems.range = range.problem;
    if (!read.ok) {
      const { first, last } = read.problems;
      if (first) problems.first = first === 'upsideDown' ? 'segmentWrong' : first;
      if (last) problems.last = last;
    }
  }
  for (const saying of needed) if (typed(saying) === '') problems[saying] = 'required';
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const told = {
    reason: { vi: typed('reasonVi'), en: typed('reasonEn') },
    advice: { vi: typed('adviceVi'), en: typed('adviceEn') },
  };
  if (scope === 'serial') return { ok: true, recall: { scope, code: typed('code'), ...told } };
  if (scope === 'range' && range.ok && read.ok) {
    return { ok: true, recall: { scope, range: range.value, ...read.segment, ...told } };
  }
  return { ok: true, recall: { scope: 'lot', lot: typed('lot'), ...told } };
}
