import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnv } from '../config/env.ts';
import { securityText } from './security-text.ts';

describe('security.txt', () => {
  it('says whom to write to and for how long that holds, less than a year', () => {
    const text = securityText('mailto:an-toan@ocop.example', 'https://ocop.example', '2026-11-30');
    expect(text).toContain('Contact: mailto:an-toan@ocop.example\n');
    expect(text).toContain('Canonical: https://ocop.example/.well-known/security.txt\n');
    const expires = /^Expires: (.+)$/m.exec(text)?.[1] ?? '';
    const days = (Date.parse(expires) - Date.parse('2026-11-30T00:00:00Z')) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(365);
  });

  it('takes no contact that is none', () => {
    for (const SECURITY_CONTACT of [
      'an-toan@ocop.example',
      'http://x.vn',
      'mailto:',
      'mailto:a@b.vn\nContact: x',
    ]) {
      expect(() => readEnv({ SECURITY_CONTACT }), SECURITY_CONTACT).toThrow(EnvironmentError);
    }
    expect(readEnv({ SECURITY_CONTACT: 'https://ocop.example/bao-loi' }).SECURITY_CONTACT).toBe(
      'https://ocop.example/bao-loi',
    );
    expect(readEnv({}).SECURITY_CONTACT).toBeUndefined();
  });
});
