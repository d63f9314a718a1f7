import type { RangeState } from '@ocop/rules/stamps/stamp-state';

/** What staff do next with a range: one thing, or nothing more. */
export type NextStep = 'print' | 'deliver' | 'activate' | 'done' | 'voided';

/** Counts are of stamps; a stamp may be activated and voided later, and counts as both then. */
export interface OrderStanding {
  state: RangeState;
  count: number;
  activated: number;
  voided: number;
}

export function nextStep({ state, count, activated, voided }: OrderStanding): NextStep {
  if (state === 'voided') return 'voided';
  if (state === 'reserved') return 'print';
  if (activated + voided >= count) return 'done';
  // Whoever prints and sticks the stamps activates without delivering them to anybody.
  return state === 'printed' && activated === 0 ? 'deliver' : 'activate';
}

/** The steps of the flow and how far a range came in it. */
export function flowOf(order: OrderStanding): { step: FlowStep; at: 'done' | 'now' | 'later' }[] {
  const next = nextStep(order);
  const reached = { print: 1, deliver: 2, activate: 3, done: 4, voided: 0 }[next];
  return flow.map((step, at) => ({
    step,
    at: at < reached ? 'done' : at === reached && next !== 'voided' ? 'now' : 'later',
  }));
}

const flow = ['reserved', 'printed', 'delivered', 'activated'] as const;
export type FlowStep = (typeof flow)[number];
