import { z } from '@medusajs/framework/zod';
import { CONFIRM_WITHIN_HOURS, LARGE_SUM } from '@ocop/rules/order-confirmation';
import { CARD_LEAST_TOTAL, CARD_WITHIN_MINUTES } from '@ocop/rules/payment/card-payment';
import { TRANSFER_WITHIN_HOURS } from '@ocop/rules/payment/order-money';
import { parseProxies, proxiesExpected } from '@ocop/rules/network/trusted-proxies';
import { PRICE_JUMP } from '@ocop/rules/sale-hold';
import { readStampKeyring } from '@ocop/rules/stamps/stamp-keyring-json';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { accountNumberShape, bankOf } from '@ocop/rules/payment/vietqr';
import { parseHosts } from '@ocop/rules/stamps/whose-address';
import { messageSettings, missingForMessages } from './message-env.ts';

const secret = (purpose: string) =>
  z
    .string({ error: `${purpose}: at least 32 random characters` })
    .min(32, `${purpose}: at least 32 random characters`);

const address = (what: string, protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `${what}, for example ${example}` });

/** A secret that another service draws; its length is theirs. */
const serviceSecret = (what: string) => z.string().min(8, `${what}, at least 8 characters`);

const wholeNumber = (what: string, least: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, what)
    .transform(Number)
    .refine((value) => value >= least, what);

const stampKeys =
  'the stamp keys that the site is given too, JSON like ' +
  '{"current":"1","epochs":{"1":"<32 bytes in base64>"}}';

const otherHosts =
  'the other hosts of the site, separated by commas, as the site is given them too, like tem.example.vn';

const s3Names = [
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
  'S3_PUBLIC_URL',
] as const;

const stripeNames = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const;

const transferNames = ['TRANSFER_BANK', 'TRANSFER_ACCOUNT', 'TRANSFER_ACCOUNT_HOLDER'] as const;

const schema = z
  .object({
    DATABASE_URL: address(
      'the address of the PostgreSQL database',
      /^postgres(ql)?$/,
      'postgres://user:password@127.0.0.1:5432/ocop',
    ),
    MEDUSA_URL: address(
      'the public address of this server',
      /^https?$/,
      'https://commerce.example.vn',
    ).default('http://localhost:9000'),
    MEDUSA_JWT_SECRET: secret('the key that signs staff log-ins'),
    MEDUSA_COOKIE_SECRET: secret('the key that signs staff cookies'),
    SITE_KEY: secret('the key the site shows to this server'),
    STAMP_KEYS: z
      .string()
      .transform((text, context): StampKeyring => {
        const keyring = readStampKeyring(parseJson(text));
        if (keyring) return keyring;
        context.addIssue({ code: 'custom', message: stampKeys });
        return z.NEVER;
      })
      .optional(),
    SITE_URL: address(
      'the public address of the site, which stamps lead to',
      /^https?$/,
      'https://shop.example.vn',
    ).optional(),
    OTHER_HOSTS: z
      .string()
      .transform((text, context): readonly string[] => {
        const hosts = parseHosts(text);
        if (hosts) return hosts;
        context.addIssue({ code: 'custom', message: otherHosts });
        return z.NEVER;
      })
      .optional(),
    TRUSTED_PROXIES: z
      .string()
      .refine((text) => parseProxies(text) !== null, proxiesExpected)
      .optional(),
    CLIENT_ADDRESS_HEADER: z
      .string()
      .regex(/^[\w-]+$/, 'the name of a request header, like cf-connecting-ip')
      .optional(),
    CONFIRM_ORDERS_OVER: wholeNumber('whole đồng, like 5000000', 0).default(LARGE_SUM),
    CONFIRM_WITHIN_HOURS: wholeNumber('whole hours, like 24', 1).default(CONFIRM_WITHIN_HOURS),
    TRANSFER_BANK: z
      .string()
      .refine((bin) => bankOf(bin) !== null, 'the six digits (BIN) of a bank that takes VietQR, like 970436')
      .optional(),
    TRANSFER_ACCOUNT: z
      .string()
      .regex(accountNumberShape, 'the account number, up to 19 digits or letters without spaces')
      .optional(),
    TRANSFER_ACCOUNT_HOLDER: z.string().max(100, 'at most 100 characters').optional(),
    TRANSFER_WITHIN_HOURS: wholeNumber('whole hours, like 24', 1).default(TRANSFER_WITHIN_HOURS),
    BANK_WEBHOOK_SECRET: secret('the key that signs notifications in our own form').optional(),
    SEPAY_API_KEY: serviceSecret('the API key that SePay sends').optional(),
    SEPAY_WEBHOOK_SECRET: serviceSecret('the secret of the signature of SePay').optional(),
    CASSO_SECURE_TOKEN: serviceSecret('the secure token that Casso sends').optional(),
    CASSO_WEBHOOK_SECRET: serviceSecret('the key of the signature of Casso').optional(),
    PAYOS_CHECKSUM_KEY: serviceSecret('the checksum key of payOS').optional(),
    STRIPE_SECRET_KEY: serviceSecret('the secret key of the account at Stripe, sk_…').optional(),
    STRIPE_WEBHOOK_SECRET: serviceSecret('the signing secret of the webhook at Stripe, whsec_…').optional(),
    STRIPE_API_URL: address(
      'the address of a stand-in for Stripe',
      /^https?$/,
      'http://127.0.0.1:12111',
    ).optional(),
    CARD_LEAST_TOTAL: wholeNumber('whole đồng, like 20000', 1).default(CARD_LEAST_TOTAL),
    CARD_WITHIN_MINUTES: wholeNumber('whole minutes from 30 to 1380, like 30', 30)
      .refine((minutes) => minutes <= 1_380, 'whole minutes from 30 to 1380, like 30')
      .default(CARD_WITHIN_MINUTES),
    PRICE_JUMP_FACTOR: z.coerce
      .number({ error: 'a number above 1, like 5' })
      .gt(1, 'a number above 1, like 5')
      .default(PRICE_JUMP),
    MEDUSA_ADMIN: z.enum(['on', 'off'], { error: '"on" or "off"' }).default('on'),
    REDIS_URL: address('the address of a Redis server', /^rediss?$/, 'redis://127.0.0.1:6379').optional(),
    S3_ENDPOINT: address('the address of the object store', /^https?$/, 'https://s3.example.vn').optional(),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().optional(),
    S3_ACCESS_KEY: z.string().optional(),
    S3_SECRET_KEY: z.string().optional(),
    S3_PUBLIC_URL: address(
      'the public address of the stored files',
      /^https?$/,
      'https://files.example.vn',
    ).optional(),
    ...messageSettings,
  })
  .superRefine((env, context) => {
    if (env.CLIENT_ADDRESS_HEADER !== undefined && env.TRUSTED_PROXIES === undefined) {
      // Without it any client could write the header itself.
      const message = `set because CLIENT_ADDRESS_HEADER is set: ${proxiesExpected}`;
      context.addIssue({ code: 'custom', path: ['TRUSTED_PROXIES'], message });
    }
    const ofTransfers = transferNames.filter((name) => env[name] === undefined);
    if (ofTransfers.length < transferNames.length) {
      for (const name of ofTransfers) {
        const message = 'set together with the other TRANSFER_ variables, or leave all of them out';
        context.addIssue({ code: 'custom', path: [name], message });
      }
    }
    for (const [name, other] of [stripeNames, [...stripeNames].reverse()] as const) {
      if (name === undefined || other === undefined || env[name] !== undefined || env[other] === undefined)
        continue;
      const message = `set because ${other} is set`;
      context.addIssue({ code: 'custom', path: [name], message });
    }
    for (const { name, message } of missingForMessages(env)) {
      context.addIssue({ code: 'custom', path: [name], message });
    }
    const missing = s3Names.filter((name) => env[name] === undefined);
    if (missing.length === 0 || missing.length === s3Names.length) return;
    for (const name of missing) {
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'set together with the other S3_ variables, or leave all of them out',
      });
    }
  });

/** The commerce server's settings, checked. Addresses are URLs, secrets at least 32 characters. */
export type MedusaEnv = z.infer<typeof schema>;

/**
 * Reads the commerce server's settings out of `source`; an empty variable counts as not set.
 * Throws one `Error` naming every wrong variable and what it should be, never its value.
 */
export function readMedusaEnv(source: Record<string, string | undefined>): MedusaEnv {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    const state = filled[name] === undefined ? 'is not set' : 'is not right';
    return `  ${name} ${state}. It should be ${issue.message}.`;
  });
  throw new Error(`The commerce server cannot start:\n${lines.join('\n')}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
