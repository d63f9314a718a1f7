import { readWholeNumber, type NumberFault } from '@ocop/rules/typed-number';
import type { Messages } from '../i18n/messages.ts';

/** Bounds of a field for whole numbers. */
export interface WholeBounds {
  least?: number;
  most?: number;
}

/** What was typed into a field for a whole number, and why it is none: sayNumberFault says it. */
export interface NumberProblem extends WholeBounds {
  fault: NumberFault;
  typed: string;
  readings?: readonly number[];
}

export type TypedWhole = { ok: true; value: number } | { ok: false; problem: NumberProblem };

/** A whole number as it was typed, '1.000' as well as '1000', or what is wrong with it. */
export function typedWhole(typed: string, bounds: WholeBounds = {}): TypedWhole {
  const read = readWholeNumber(typed, bounds);
  if (read.ok) return read;
  const { fault, readings } = read;
  return { ok: false, problem: { fault, typed, ...bounds, ...(readings ? { readings } : {}) } };
}

/** What is wrong with a typed number, and what to type instead. */
export function sayNumberFault(problem: NumberProblem, { page, figures }: Messages): string {
  const { fault, typed, readings = [], least = 0, most } = problem;
  const said = page.number;
  switch (fault) {
    case 'empty':
      return page.required;
    case 'unclear':
      return said.unclear(typed, readings.map(figures.number));
    case 'too-small':
      return said.tooSmall(figures.number(least));
    case 'too-large':
      return said.tooLarge(figures.number(most ?? Number.MAX_SAFE_INTEGER));
    case 'fraction':
      return said.fraction(typed);
    case 'no-number':
      return said.none(typed);
  }
}
