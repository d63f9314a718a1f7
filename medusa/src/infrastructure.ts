import type { MedusaEnv } from './env.ts';
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

function fileStore(env: MedusaEnv) {
  const provider = env.S3_BUCKET
    ? {
        resolve: '@medusajs/medusa/file-s3',
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
        resolve: '@medusajs/medusa/file-local',
        id: 'local',
        options: { backend_url: new URL('/static', env.MEDUSA_URL).href },
      };
  return { resolve: '@medusajs/medusa/file', options: { providers: [provider] } };
}

/**
 * Which servers stand behind the commerce server: Redis for events, workflows, locks and cache and
 * an object store for files where the environment names them, PostgreSQL and the disk elsewhere.
 */
export function infrastructure(env: MedusaEnv) {
  const shared = env.REDIS_URL ? redisModules(env.REDIS_URL) : [postgresLocking];
  return {
    modules: [...shared, fileStore(env)],
    featureFlags: { caching: env.REDIS_URL !== undefined },
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
  };
}
