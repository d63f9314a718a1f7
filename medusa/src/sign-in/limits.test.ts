import { describe, expect, it } from 'vitest';
import { createAttemptCounter, signInLimits } from './limits.ts';

const staff = (network: string) => ({ network, account: 'a@example.vn' });
const { network, account } = signInLimits;

describe('attempts to sign in', () => {
  it('that fail are counted by account, from however many networks', () => {
    const counter = createAttemptCounter();
    for (let n = 0; n < account.requests; n += 1) {
      expect(counter.begin(staff(`192.0.${n}`), n).limited).toBe(false);
    }
    expect(counter.begin(staff('198.51.100'), 100)).toMatchObject({ limited: true });
    expect(counter.begin({ network: '198.51.100', account: 'b@example.vn' }, 100).limited).toBe(false);
    expect(counter.begin(staff('198.51.100'), account.windowMs).limited).toBe(false);
  });

  it('that fail are counted by network, for however many accounts', () => {
    const counter = createAttemptCounter();
    const from = (n: number) => ({ network: '192.0.2', account: `${n}@example.vn` });
    for (let n = 0; n < network.requests; n += 1) expect(counter.begin(from(n), n).limited).toBe(false);
    expect(counter.begin(from(99), 100).limited).toBe(true);
  });

  it('that succeed are not counted', () => {
    const counter = createAttemptCounter();
    for (let n = 0; n < 200; n += 1) {
      expect(counter.begin(staff('192.0.2'), n).limited).toBe(false);
      counter.succeeded(staff('192.0.2'), n);
    }
  });

  it('are counted while they run: many at once get no further', () => {
    const counter = createAttemptCounter();
    const begun = Array.from({ length: 50 }, () => counter.begin(staff('192.0.2'), 1));
    expect(begun.filter(({ limited }) => !limited)).toHaveLength(account.requests);
  });

  it('of strangers do not lock out who was signed in from a network before', () => {
    const counter = createAttemptCounter();
    counter.begin(staff('192.0.2'), 0);
    counter.succeeded(staff('192.0.2'), 0);
    for (let n = 0; n < 20; n += 1) counter.begin(staff(`198.51.${n}`), 1);
    expect(counter.begin(staff('203.0.113'), 2).limited).toBe(true);
    expect(counter.begin(staff('192.0.2'), 2).limited).toBe(false);
    for (let n = 0; n < 20; n += 1) counter.begin(staff('192.0.2'), 3);
    expect(counter.begin(staff('192.0.2'), 4).limited).toBe(true);
  });
});
