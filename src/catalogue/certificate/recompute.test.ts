import { describe, expect, it } from 'vitest';
import { stageOn } from './recompute.ts';

const stages = [{ from: '2026-11-21' }, { from: '2029-02-06' }, { from: '2029-08-05' }];

describe('stageOn', () => {
  it('changes on the very day a stage begins', () => {
    expect(stageOn(stages, '2029-02-05')?.from).toBe('2026-11-21');
    expect(stageOn(stages, '2029-02-06')?.from).toBe('2029-02-06');
    expect(stageOn(stages, '2029-08-04')?.from).toBe('2029-02-06');
    expect(stageOn(stages, '2029-08-05')?.from).toBe('2029-08-05');
  });

  it('keeps the first stage for a clock set back, and has none of none', () => {
    expect(stageOn(stages, '2001-01-01')?.from).toBe('2026-11-21');
    expect(stageOn([], '2026-11-21')).toBeUndefined();
  });
});
