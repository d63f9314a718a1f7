/** The kinds of settings, each with what it should be in words; the value itself is never told. */
import { parseProxies, proxiesExpected } from '@ocop/rules/network/trusted-proxies';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { accountNumberShape, bankOf } from '@ocop/rules/payment/vietqr';
import { parseHosts } from '@ocop/rules/stamps/whose-address';
import { z } from 'zod';
import { hostsExpected } from './own-hosts.ts';
import { parseStampKeys, stampKeysExpected } from './stamp-keys.ts';

export const expected = {
  port: 'a port number from 1 to 65535',
  count: 'a whole number from 1 to 9999',
  dong: 'whole đồng, like 5000000',
  origin: 'an http(s) address without a path, like https://shop.example.vn',
  httpUrl: 'an http(s) address, like http://127.0.0.1:7700',
  postgres: 'a PostgreSQL address, like postgres://user:password@host:5432/database',
  redis: 'a Redis address, like redis://host:6379',
  onOff: 'on or off',
  logLevel: 'debug, info, warn, error or silent',
  text: 'a text that is not empty',
  secret: 'a secret of at least 32 characters',
  contact: 'mailto: with an address, or an https address, like mailto:security@shop.example.vn',
  factor: 'a number above 1, like 5',
  smtpSecurity: 'starttls, tls or none',
  headerName: 'the name of a request header, like cf-region-code',
  proxies: proxiesExpected,
  hosts: hostsExpected,
  stampKeys: stampKeysExpected,
  bank: 'the six digits (BIN) of a bank that takes VietQR, like 970436',
  accountNumber: 'an account number of up to 19 digits or letters, without spaces',
} as const;

export const port = z
  .string()
  .regex(/^\d{1,5}$/, expected.port)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, expected.port);
export const count = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, expected.count)
  .transform(Number);
export const dong = z
  .string()
  .regex(/^\d{1,12}$/, expected.dong)
  .transform(Number);
export const origin = z
  .string()
  .refine((text) => hasProtocol(text, ['http:', 'https:']) && isOrigin(text), expected.origin)
  .transform((text) => new URL(text).origin);
export const httpUrl = z
  .string()
  .refine((text) => hasProtocol(text, ['http:', 'https:']), expected.httpUrl)
  .transform((text) => text.replace(/\/+$/, ''));
export const postgresUrl = z
  .string()
  .refine((text) => hasProtocol(text, ['postgres:', 'postgresql:']), expected.postgres);
export const redisUrl = z.string().refine((text) => hasProtocol(text, ['redis:', 'rediss:']), expected.redis);
export const text = z.string().min(1, expected.text);
export const contact = z
  .string()
  .refine((text) => hasProtocol(text, ['mailto:', 'https:']) && !/\s/.test(text), expected.contact);
export const secret = z.string().min(32, expected.secret);
export const bank = z.string().refine((bin) => bankOf(bin) !== null, expected.bank);
export const accountNumber = z.string().regex(accountNumberShape, expected.accountNumber);
export const factor = z.coerce.number(expected.factor).gt(1, expected.factor);
export const headerName = z
  .string()
  .regex(/^[a-z0-9-]+$/i, expected.headerName)
  .transform((name) => name.toLowerCase());
export const proxies = z.string().transform((value, context): readonly string[] => {
  const parsed = parseProxies(value);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: expected.proxies });
  return z.NEVER;
});
export const hosts = z.string().transform((value, context): readonly string[] => {
  const parsed = parseHosts(value);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: expected.hosts });
  return z.NEVER;
});
export const stampKeys = z.string().transform((value, context): StampKeyring => {
  const keys = parseStampKeys(value);
  if (keys) return keys;
  context.addIssue({ code: 'custom', message: expected.stampKeys });
  return z.NEVER;
});

function hasProtocol(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isOrigin(value: string): boolean {
  const url = new URL(value);
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}
