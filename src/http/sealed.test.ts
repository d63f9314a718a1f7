import { describe, expect, it } from 'vitest';
import { sealer } from './sealed.ts';

const secret = 's'.repeat(40);
let time = 1_000_000;
const clock = () => time;
const one = sealer(secret, 'cart_notice', clock);

describe('sealer', () => {
  it('gives back what it sealed, also to another process with the same secret', () => {
    const value = { form: { name: 'Nguyễn Thị Thử' }, wrong: ['phone'] };
    expect(sealer(secret, 'cart_notice', clock).unseal(one.seal(value, 60))).toEqual(value);
  });

  it('shows nothing of it, and never the same text twice', () => {
    const [a, b] = [one.seal({ phone: '0912345678' }, 60), one.seal({ phone: '0912345678' }, 60)];
    expect(a).not.toBe(b);
    expect(Buffer.from(a, 'base64url').toString('latin1')).not.toContain('0912345678');
  });

  it('reads nothing that was changed, made up, or sealed with another secret or for another purpose', () => {
    const sealed = one.seal('added', 60);
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      // The last character of base64url may hold bits that count for nothing.
      if (Buffer.from(changed, 'base64url').equals(Buffer.from(sealed, 'base64url'))) continue;
      expect(one.unseal(changed)).toBeNull();
    }
    for (const text of ['', 'x', 'added', 'A'.repeat(200), '%00', '🙂']) expect(one.unseal(text)).toBeNull();
    expect(sealer(secret, 'checkout', clock).unseal(sealed)).toBeNull();
    expect(sealer('t'.repeat(40), 'cart_notice', clock).unseal(sealed)).toBeNull();
  });

  it('forgets after its time', () => {
    const sealed = one.seal('added', 60);
    time += 59_000;
    expect(one.unseal(sealed)).toBe('added');
    time += 2_000;
    expect(one.unseal(sealed)).toBeNull();
  });

  it('packs a long Vietnamese note well below the size of a cookie', () => {
    const note = 'Nhà trong ngõ nhỏ, xin gọi trước nửa tiếng; chó dữ nên đừng vào sân. '
      .repeat(8)
      .slice(0, 500);
    expect(one.seal({ note }, 60).length).toBeLessThan(1_000);
  });
});
