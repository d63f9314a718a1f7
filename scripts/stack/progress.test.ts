import { expect, it, vi } from 'vitest';
import { createProgress } from './progress.ts';

it('numbers the steps, tells their outcome and time, and speaks up in long ones', () => {
  vi.useFakeTimers();
  try {
    let out = '';
    const progress = createProgress((text) => (out += text), 2);
    const first = progress.step('PostgreSQL');
    first.done('running on port 5433');
    const second = progress.step('Medusa');
    second.note('Port 9000 is taken; using 9001.');
    vi.advanceTimersByTime(16_000);
    second.done('running');
    vi.advanceTimersByTime(60_000);
    expect(out.replaceAll(/\d+\.\d s/g, 'N s')).toBe(
      '[1/2] PostgreSQL …\n' +
        '[1/2] PostgreSQL: running on port 5433 (N s)\n' +
        '[2/2] Medusa …\n' +
        '      Port 9000 is taken; using 9001.\n' +
        '      … still at it: Medusa (N s)\n' +
        '[2/2] Medusa: running (N s)\n',
    );
  } finally {
    vi.useRealTimers();
  }
});
