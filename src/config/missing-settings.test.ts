import { expect, it } from 'vitest';
import { parseEnvironment, pickSiteEnvironment } from './env.ts';
import { missingSettings } from './missing-settings.ts';

function missing(source: Record<string, string>): string[] {
  const parsed = parseEnvironment(source);
  if (!parsed.ok) throw new Error('not an environment');
  return missingSettings(pickSiteEnvironment(parsed.env)).map(({ name }) => name);
}

const key = 'k'.repeat(32);
const whole = {
  STAMP_KEYS: JSON.stringify({ current: '1', epochs: { '1': Buffer.alloc(32, 1).toString('base64') } }),
  STAMPS_DATABASE_URL: 'postgres://a:b@c/d',
  MEDUSA_URL: 'http://127.0.0.1:9000',
  MEDUSA_PUBLISHABLE_KEY: 'pk_1',
  SITE_KEY: key,
  RECEIPT_SECRET: key,
};

it('names what a site was not given, and nothing where it was given all', () => {
  expect(missing(whole)).toEqual([]);
  expect(missing({ ...whole, STAMP_KEYS: '' })).toEqual(['STAMP_KEYS or STAMP_KEYS_FILE']);
  expect(missing({ ...whole, SITE_KEY: '', RECEIPT_SECRET: '' })).toEqual(['SITE_KEY', 'RECEIPT_SECRET']);
  expect(missing({})).toHaveLength(6);
});
