import { describe, expect, it } from 'vitest';
import type { LogFields } from './logger.ts';
import { followedStates, followState, stateLogger } from './state-logger.ts';

function followed() {
  const lines: { level: string; fields: LogFields; message: string }[] = [];
  const clock = { now: 1_000_000 };
  const write = (level: string) => (fields: LogFields, message: string) =>
    void lines.push({ level, fields, message });
  const state = followState('search', { info: write('info'), warn: write('warn') }, () => clock.now);
  return { state, lines, clock };
}

describe('a state', () => {
  it('that works is no news', () => {
    const { state, lines } = followed();
    state.works();
    state.works();
    expect(lines).toEqual([]);
    expect(state.failing).toBe(false);
  });

  it('is told once as it fails and once as it works again, with how long and how often', () => {
    const { state, lines, clock } = followed();
    for (let times = 0; times < 1_000; times += 1) state.fails(new Error('connect ECONNREFUSED'));
    expect(state.failing).toBe(true);
    clock.now += 60_000;
    state.works();
    state.works();
    expect(lines).toEqual([
      {
        level: 'warn',
        fields: { component: 'search', reason: 'connect ECONNREFUSED' },
        message: 'search began to fail',
      },
      {
        level: 'info',
        fields: { component: 'search', durationMs: 60_000, failures: 1_000 },
        message: 'search works again',
      },
    ]);
  });

  it('that fails every other time is told once', () => {
    const { state, lines, clock } = followed();
    for (let times = 0; times < 100; times += 1) {
      state.fails('timeout');
      state.works();
      clock.now += 100;
    }
    expect(lines).toHaveLength(1);
    expect(state.failing).toBe(true);
  });

  it('can fail anew', () => {
    const { state, lines, clock } = followed();
    state.fails('timeout');
    clock.now += 10_000;
    state.works();
    state.fails('timeout');
    expect(lines.map(({ message }) => message)).toEqual([
      'search began to fail',
      'search works again',
      'search began to fail',
    ]);
  });

  it('has one logger a name', () => {
    expect(stateLogger('test-state')).toBe(stateLogger('test-state'));
    expect(followedStates().map(({ name }) => name)).toContain('test-state');
  });
});
