import { describe, expect, test } from 'vitest';
import { readMedusaEnv } from '../../medusa/src/env.ts';
import { infrastructure } from '../../medusa/src/infrastructure.ts';

const secret = 'x'.repeat(32);
const enough = {
  DATABASE_URL: 'postgres://ocop:secret@127.0.0.1:5432/ocop',
  MEDUSA_JWT_SECRET: secret,
  MEDUSA_COOKIE_SECRET: secret,
  SITE_KEY: secret,
};

const resolved = (env: Record<string, string>) =>
  JSON.stringify(infrastructure(readMedusaEnv({ ...enough, ...env }), '/data'));

describe('the commerce server’s environment', () => {
  test('needs a database and three secrets, and defaults the rest', () => {
    expect(readMedusaEnv(enough)).toMatchObject({
      MEDUSA_URL: 'http://localhost:9000',
      MEDUSA_ADMIN: 'on',
    });
  });

  test.each([
    ['DATABASE_URL', 'mysql://a/b', /DATABASE_URL is not right.*postgres:\/\//],
    ['DATABASE_URL', '', /DATABASE_URL is not set/],
    ['MEDUSA_JWT_SECRET', 'short', /MEDUSA_JWT_SECRET is not right.*32 random characters/],
    ['SITE_KEY', '', /SITE_KEY is not set.*32 random characters/],
    ['MEDUSA_ADMIN', 'yes', /MEDUSA_ADMIN is not right.*"on" or "off"/],
    ['STAMP_KEYS', '{"current":"1","epochs":{}}', /STAMP_KEYS is not right.*"epochs"/],
    ['SITE_URL', 'shop.example.vn', /SITE_URL is not right.*https:\/\/shop/],
    ['REDIS_URL', 'http://x', /REDIS_URL is not right.*redis:\/\//],
    ['SMTP_HOST', 'smtp.example.vn', /MAIL_FROM is not set.*SMTP_HOST is set.*don-hang@/],
    ['SMTP_PORT', '0', /SMTP_PORT is not right.*1 to 65535/],
    ['SMTP_SECURITY', 'ssl', /SMTP_SECURITY is not right.*starttls, tls or none/],
    ['MAIL_FROM', 'A <a@b.vn>, c@d.vn', /MAIL_FROM is not right.*one e-mail address/],
    ['MESSAGE_WEBHOOK_URL', 'http://sms.example.vn', /MESSAGE_WEBHOOK_URL is not right.*https/],
    ['MESSAGE_WEBHOOK_URL', 'https://sms.example.vn', /MESSAGE_WEBHOOK_SECRET is not set/],
    ['S3_BUCKET', 'files', /S3_ENDPOINT is not set.*together with the other S3_ variables/],
  ])('stops at %s=%s, saying what it should be', (name, value, words) => {
    expect(() => readMedusaEnv({ ...enough, [name]: value })).toThrow(words);
  });

  test('takes the stamp keys as the site is given them, or does without', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    const { STAMP_KEYS } = readMedusaEnv({
      ...enough,
      STAMP_KEYS: `{"current":"1","epochs":{"1":"${key}"}}`,
    });
    expect(STAMP_KEYS?.epochs['1']?.secret).toHaveLength(32);
    expect(readMedusaEnv(enough).STAMP_KEYS).toBeUndefined();
  });

  test('never repeats a value in its message', () => {
    expect(() => readMedusaEnv({ ...enough, SITE_KEY: 'my-short-secret' })).toThrow(
      /^((?!my-short-secret)[^])*$/,
    );
  });
});

describe('what stands behind the commerce server', () => {
  test('is PostgreSQL and the disk by default', () => {
    expect(resolved({})).toContain('postgres-locking');
    expect(resolved({})).toContain('/data/medusa-private-files');
    expect(resolved({})).not.toContain('redis');
    expect(resolved({})).toContain('"smtp":null,"folder":"/data/order-mail"');
    expect(resolved({})).not.toContain('message-webhook');
  });

  test('is Redis for events, workflows, locks and cache where REDIS_URL names one', () => {
    const modules = resolved({ REDIS_URL: 'redis://127.0.0.1:6379' });
    for (const part of ['event-bus', 'workflow-engine', 'locking', 'caching']) {
      expect(modules).toContain(`${part}-redis`);
    }
    expect(modules).not.toContain('postgres-locking');
  });

  test('is an object store for files where S3_ names one', () => {
    const modules = resolved({
      S3_ENDPOINT: 'https://s3.example.vn',
      S3_BUCKET: 'files',
      S3_REGION: 'vn',
      S3_ACCESS_KEY: 'a',
      S3_SECRET_KEY: 'b',
      S3_PUBLIC_URL: 'https://files.example.vn',
    });
    expect(modules).toContain('modules/store-files');
    expect(modules).not.toContain('/data/medusa-private-files');
  });

  test('is a mail server where one is named, by STARTTLS unless its port says otherwise', () => {
    const mail = {
      SMTP_HOST: 'smtp.example.vn',
      MAIL_FROM: 'a@shop.example.vn',
      SITE_URL: 'https://shop.example.vn',
    };
    expect(resolved(mail)).toContain('"from":{"name":"shop.example.vn","address":"a@shop.example.vn"}');
    expect(resolved(mail)).toContain('"port":587,"security":"starttls"');
    expect(resolved({ ...mail, SMTP_PORT: '465' })).toContain('"port":465,"security":"tls"');
  });
});
