import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { MedusaEnv } from './env.ts';
import { MEMBER_PASSWORDS } from './modules/member-passwords/name.ts';
import { notifications } from './notifications.ts';
import type { LocalFilesOptions } from './modules/files/local-files.ts';
import type { CardSettings } from './modules/card-payment/settings.ts';
import type { TransferOptions } from './modules/bank-transfers/settings.ts';
import type { TraceabilityOptions } from './modules/traceability/options.ts';

const redisModules = (redisUrl: string) => [
  { resolve: '@medusajs/medusa/event-bus-redis', options: { redisUrl } },
  { resolve: '@medusajs/medusa/workflow-engine-redis', options: { redis: { redisUrl } } },
  {
    resolve: '@medusajs/medusa/locking',
    options: {
      providers: [
        {
          resolve: '@medusajs/medusa/locking-redis',
          id: 'locking-redis',
          is_default: true,
          options: { redisUrl },
        },
      ],
    },
  },
  {
    resolve: '@medusajs/medusa/caching',
    options: {
      providers: [
        {
          resolve: '@medusajs/medusa/caching-redis',
          id: 'caching-redis',
          is_default: true,
          options: { redisUrl },
        },
      ],
    },
  },
];

// Locks in PostgreSQL rather than in memory: two servers on one database stay correct without Redis.
const postgresLocking = {
  resolve: '@medusajs/medusa/locking',
  options: {
    providers: [
      {
        resolve: './src/modules/postgres-locking',
        id: 'postgres-leases',
        is_default: true,
      },
    ],
  },
};

function fileStore(env: MedusaEnv, dataDir: string) {
  const provider = env.S3_BUCKET
    ? {
        resolve: './src/modules/store-files',
        id: 's3',
        options: {
          file_url: env.S3_PUBLIC_URL,
          access_key_id: env.S3_ACCESS_KEY,
          secret_access_key: env.S3_SECRET_KEY,
          region: env.S3_REGION,
          bucket: env.S3_BUCKET,
          endpoint: env.S3_ENDPOINT,
          // Stores other than Amazon's seldom answer to bucket.host names.
          additional_client_config: { forcePathStyle: true },
        },
      }
    : {
        resolve: './src/modules/files',
        id: 'local',
        options: {
          publicFolder: join(dataDir, 'medusa-files'),
          privateFolder: join(dataDir, 'medusa-private-files'),
          medusaUrl: env.MEDUSA_URL,
          cookieSecret: env.MEDUSA_COOKIE_SECRET,
        } satisfies LocalFilesOptions,
      };
  return { resolve: '@medusajs/medusa/file', options: { providers: [provider] } };
}

/**
 * Which servers stand behind the commerce server: Redis for events, workflows, locks and cache and
 * an object store for files where the environment names them, PostgreSQL and the disk elsewhere.
 * @param dataDir folder of this server's data, with an absolute path
 */
export function infrastructure(env: MedusaEnv, dataDir: string) {
  const shared = env.REDIS_URL ? redisModules(env.REDIS_URL) : [postgresLocking];
  return {
    modules: [...shared, fileStore(env, dataDir), notifications(env, dataDir)],
    featureFlags: { caching: env.REDIS_URL !== undefined },
  };
}

/**
 * How staff sign in: by password, and by the code of an authenticator app where they turn that on. The app's
 * secrets are sealed with a key drawn from MEDUSA_COOKIE_SECRET: a new one has everybody set the app up anew.
 */
export function signIn(env: MedusaEnv) {
  const key = hkdfSync('sha256', env.MEDUSA_COOKIE_SECRET, '', 'second factors', 32);
  return {
    resolve: '@medusajs/medusa/auth',
    options: {
      providers: [
        { resolve: './src/modules/staff-passwords', id: 'emailpass' },
        { resolve: './src/modules/member-passwords', id: MEMBER_PASSWORDS },
      ],
      mfa: {
        encryption_key: Buffer.from(key).toString('base64'),
        disable_policy: 'challenge',
        providers: [{ id: 'totp', options: { issuer: new URL(env.SITE_URL ?? env.MEDUSA_URL).host } }],
      },
    },
  };
}

/** What the traceability module is told of the environment. */
export function traceabilityOptions(env: MedusaEnv): TraceabilityOptions {
  const { STAMP_KEYS: keyring, SITE_URL: siteUrl, OTHER_HOSTS: otherHosts = [], MEDUSA_URL } = env;
  const site = new URL(siteUrl ?? MEDUSA_URL);
  return {
    stamps: keyring && siteUrl ? { keyring, siteUrl } : null,
    siteOrigin: site.origin,
    ownHosts: [site.host, ...otherHosts],
    priceJump: env.PRICE_JUMP_FACTOR,
  };
}

/** Where buyers transfer to, and who is listened to about it. */
export function transferOptions(env: MedusaEnv): TransferOptions {
  const { TRANSFER_BANK: bin, TRANSFER_ACCOUNT: number, TRANSFER_ACCOUNT_HOLDER: holder } = env;
  const isOn = bin !== undefined && number !== undefined && holder !== undefined;
  return {
    settings: isOn ? { account: { bin, number, holder }, withinHours: env.TRANSFER_WITHIN_HOURS } : null,
    secrets: {
      signed: env.BANK_WEBHOOK_SECRET,
      sepayKey: env.SEPAY_API_KEY,
      sepaySecret: env.SEPAY_WEBHOOK_SECRET,
      cassoToken: env.CASSO_SECURE_TOKEN,
      cassoSecret: env.CASSO_WEBHOOK_SECRET,
      payosKey: env.PAYOS_CHECKSUM_KEY,
    },
  };
}

/** The way to Stripe; null where no keys are set and no cards are taken. */
export function cardSettings(env: MedusaEnv): CardSettings | null {
  const { STRIPE_SECRET_KEY: apiKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = env;
  if (apiKey === undefined || webhookSecret === undefined) return null;
  return {
    ...{ apiKey, webhookSecret, apiUrl: env.STRIPE_API_URL ?? null },
    ...{ leastTotal: env.CARD_LEAST_TOTAL, withinMinutes: env.CARD_WITHIN_MINUTES },
  };
}

/** The ways to pay that are ours; cash on delivery is Medusa's manual payment. */
export function payment(card: CardSettings | null) {
  const transfer = { resolve: './src/modules/transfer-payment', id: 'bank' };
  const providers = [
    transfer,
    ...(card === null ? [] : [{ resolve: './src/modules/card-payment', id: 'stripe', options: card }]),
  ];
  return { resolve: '@medusajs/medusa/payment', options: { providers } };
}
