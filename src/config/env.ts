import { CONFIRM_WITHIN_HOURS, LARGE_SUM } from '@ocop/rules/order-confirmation';
import { TRANSFER_WITHIN_HOURS } from '@ocop/rules/payment/order-money';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { proxiesExpected } from '@ocop/rules/network/trusted-proxies';
import { z } from 'zod';
import { logLevels } from '../log/levels.ts';
import {
  accountNumber,
  bank,
  contact,
  count,
  dong,
  expected,
  factor,
  headerName,
  hosts,
  httpUrl,
  origin,
  port,
  postgresUrl,
  proxies,
  redisUrl,
  secret,
  stampKeys,
  text,
} from './env-fields.ts';
import { readStampKeysFile } from './stamp-keys.ts';

/** Where one setting is wrong: its name, what it should be, and nothing of its value. */
export interface EnvironmentProblem {
  variable: string;
  expected: string;
}

/** Thrown at start when the environment cannot be used; the message names every bad variable. */
export class EnvironmentError extends Error {
  readonly problems: readonly EnvironmentProblem[];

  constructor(problems: readonly EnvironmentProblem[]) {
    const lines = problems.map((problem) => `  ${problem.variable} should be ${problem.expected}`);
    super(
      `The environment has ${problems.length === 1 ? 'a setting' : 'settings'} that cannot be used:\n` +
        `${lines.join('\n')}\nCorrect or remove ${problems.length === 1 ? 'it' : 'them'} and start again.`,
    );
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}

const schema = z.object({
  PORT: port.default(4321),
  HOST: text.default('::'),
  SITE_URL: origin.optional(),
  OTHER_HOSTS: hosts.optional(),
  DATA_DIR: text.default('.data'),
  CONTENT_DIR: text.default('content'),
  RECORD_DIR: text.default('dist/record'),
  SAMPLES: z
    .enum(['on', 'off'], expected.onOff)
    .default('on')
    .transform((value) => value === 'on'),
  METRICS_TOKEN: secret.optional(),
  SECURITY_CONTACT: contact.optional(),
  PHONE_ORDERS_A_DAY: count.default(10),
  CONFIRM_ORDERS_OVER: dong.default(LARGE_SUM),
  CONFIRM_WITHIN_HOURS: count.default(CONFIRM_WITHIN_HOURS),
  TRANSFER_BANK: bank.optional(),
  TRANSFER_ACCOUNT: accountNumber.optional(),
  TRANSFER_ACCOUNT_HOLDER: text.optional(),
  TRANSFER_WITHIN_HOURS: count.default(TRANSFER_WITHIN_HOURS),
  BANK_WEBHOOK_SECRET: secret.optional(),
  SEPAY_API_KEY: text.optional(),
  SEPAY_WEBHOOK_SECRET: text.optional(),
  CASSO_SECURE_TOKEN: text.optional(),
  CASSO_WEBHOOK_SECRET: text.optional(),
  PAYOS_CHECKSUM_KEY: text.optional(),
  STRIPE_SECRET_KEY: text.optional(),
  STRIPE_WEBHOOK_SECRET: text.optional(),
  STRIPE_API_URL: httpUrl.optional(),
  CARD_LEAST_TOTAL: dong.optional(),
  CARD_WITHIN_MINUTES: count.optional(),
  PRICE_JUMP_FACTOR: factor.optional(),
  LOG_LEVEL: z.enum(logLevels, expected.logLevel).default('info'),
  DATABASE_URL: postgresUrl.optional(),
  STAMPS_DATABASE_URL: postgresUrl.optional(),
  REDIS_URL: redisUrl.optional(),
  MEILI_URL: httpUrl.optional(),
  MEILI_API_KEY: text.optional(),
  MEILI_SEARCH_KEY: text.optional(),
  MEDUSA_URL: httpUrl.optional(),
  MEDUSA_PUBLISHABLE_KEY: text.optional(),
  MEDUSA_ADMIN_KEY: text.optional(),
  MEDUSA_JWT_SECRET: secret.optional(),
  MEDUSA_COOKIE_SECRET: secret.optional(),
  SITE_KEY: secret.optional(),
  RECEIPT_SECRET: secret.optional(),
  TRUSTED_PROXIES: proxies.optional(),
  CLIENT_ADDRESS_HEADER: headerName.optional(),
  REGION_HEADER: headerName.optional(),
  STAMP_KEYS: stampKeys.optional(),
  STAMP_KEYS_FILE: text.optional(),
  S3_ENDPOINT: httpUrl.optional(),
  S3_BUCKET: text.optional(),
  S3_REGION: text.optional(),
  S3_ACCESS_KEY: text.optional(),
  S3_SECRET_KEY: text.optional(),
  S3_PUBLIC_URL: httpUrl.optional(),
  // How buyers are told of their orders; Medusa judges them more closely.
  SMTP_HOST: text.optional(),
  SMTP_PORT: port.optional(),
  SMTP_SECURITY: z.enum(['starttls', 'tls', 'none'], expected.smtpSecurity).optional(),
  SMTP_USER: text.optional(),
  SMTP_PASSWORD: text.optional(),
  MAIL_FROM: text.optional(),
  MAIL_FROM_NAME: text.optional(),
  MESSAGE_WEBHOOK_URL: httpUrl.optional(),
  MESSAGE_WEBHOOK_SECRET: secret.optional(),
});

/** The environment after parsing. Absent optional settings are undefined; SAMPLES is a boolean. */
export type Environment = Omit<z.infer<typeof schema>, 'SITE_URL'> & {
  /** Public origin of the site, without a trailing slash. */
  SITE_URL: string;
};

/** Names of every setting the project reads, in the order of the documentation. */
export const environmentNames = Object.keys(schema.shape) as readonly (keyof Environment)[];

/** Settings that only mean something together: either all of a group are given, or none. */
const groups: readonly { when: keyof Environment; needs: readonly (keyof Environment)[]; what?: string }[] = [
  { when: 'MEILI_URL', needs: ['MEILI_API_KEY'] },
  { when: 'TRANSFER_ACCOUNT', needs: ['TRANSFER_BANK', 'TRANSFER_ACCOUNT_HOLDER'] },
  { when: 'TRANSFER_BANK', needs: ['TRANSFER_ACCOUNT'] },
  { when: 'STRIPE_SECRET_KEY', needs: ['STRIPE_WEBHOOK_SECRET'] },
  { when: 'STRIPE_WEBHOOK_SECRET', needs: ['STRIPE_SECRET_KEY'] },
  // Without it any client could write the header itself.
  { when: 'CLIENT_ADDRESS_HEADER', needs: ['TRUSTED_PROXIES'], what: proxiesExpected },
  { when: 'REGION_HEADER', needs: ['TRUSTED_PROXIES'], what: proxiesExpected },
  {
    when: 'S3_BUCKET',
    needs: ['S3_ENDPOINT', 'S3_REGION', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_PUBLIC_URL'],
  },
  { when: 'SMTP_HOST', needs: ['MAIL_FROM'] },
  { when: 'SMTP_USER', needs: ['SMTP_HOST', 'SMTP_PASSWORD'] },
  { when: 'MESSAGE_WEBHOOK_URL', needs: ['MESSAGE_WEBHOOK_SECRET'] },
];

/**
 * Parses settings from text. An empty value counts as absent, so that `NAME=` in a file switches a
 * setting off. A site may search with MEILI_SEARCH_KEY alone; the full key is for indexing.
 */
export function parseEnvironment(
  source: Record<string, string | undefined>,
): { ok: true; env: Environment } | { ok: false; problems: EnvironmentProblem[] } {
  const given = Object.fromEntries(
    environmentNames.flatMap((name) => {
      const value = source[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      variable: String(issue.path[0]),
      expected: issue.message,
    }));
    return { ok: false, problems: uniqueByVariable(problems) };
  }
  const keys = stampKeysIn(parsed.data);
  if (!keys.ok) return { ok: false, problems: [keys.problem] };
  const env = {
    ...parsed.data,
    STAMP_KEYS: keys.keyring,
    SITE_URL: parsed.data.SITE_URL ?? `http://localhost:${parsed.data.PORT}`,
  };
  const missing = groups
    .filter((group) => env[group.when] !== undefined)
    .flatMap((group) =>
      group.needs
        .filter((name) => env[name] === undefined)
        .filter((name) => !(name === 'MEILI_API_KEY' && env.MEILI_SEARCH_KEY))
        .map((name) => ({
          variable: name,
          expected: `given as well, because ${group.when} is set${group.what ? `: ${group.what}` : ''}`,
        })),
    );
  return missing.length > 0 ? { ok: false, problems: uniqueByVariable(missing) } : { ok: true, env };
}

/** The stamp keys, from the variable or from the file; none where neither is given. */
function stampKeysIn(
  settings: Pick<z.infer<typeof schema>, 'STAMP_KEYS' | 'STAMP_KEYS_FILE'>,
): { ok: true; keyring: StampKeyring | undefined } | { ok: false; problem: EnvironmentProblem } {
  const { STAMP_KEYS: keyring, STAMP_KEYS_FILE: file } = settings;
  if (file === undefined) return { ok: true, keyring };
  const variable = 'STAMP_KEYS_FILE';
  if (keyring) return { ok: false, problem: { variable, expected: 'absent, or STAMP_KEYS removed' } };
  const read = readStampKeysFile(file);
  return read.ok ? read : { ok: false, problem: { variable, expected: read.expected } };
}

/**
 * The environment of this process.
 * @throws EnvironmentError naming every variable that cannot be used and what it should be.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Environment {
  const result = parseEnvironment(source);
  if (!result.ok) throw new EnvironmentError(result.problems);
  return result.env;
}

/** What the running site needs. Anything about Meilisearch or Medusa may be missing. */
export interface SiteEnvironment {
  SITE_URL: string;
  /** Hosts beside SITE_URL's that are this site as well: those printed on older stamps. */
  OTHER_HOSTS: readonly string[] | undefined;
  MEDUSA_URL: string | undefined;
  MEDUSA_PUBLISHABLE_KEY: string | undefined;
  SITE_KEY: string | undefined;
  RECEIPT_SECRET: string | undefined;
  STAMP_KEYS: StampKeyring | undefined;
  /** PostgreSQL as the role that may only look up stamps; without it their state is not known. */
  STAMPS_DATABASE_URL: string | undefined;
  /** Addresses and networks (CIDR) of the proxies in front, whose headers about the client are read. */
  TRUSTED_PROXIES: readonly string[] | undefined;
  /** Request header in which a trusted proxy names the client's address; else X-Forwarded-For. */
  CLIENT_ADDRESS_HEADER: string | undefined;
  /** Request header in which a trusted proxy names the reader's province (ISO 3166-2). */
  REGION_HEADER: string | undefined;
  MEILI_URL: string | undefined;
  /** The search-only key where there is one, else the full key. */
  MEILI_SEARCH_KEY: string | undefined;
  /** A URI where to tell of a weakness. */
  SECURITY_CONTACT: string | undefined;
  /** Orders with one telephone number in 24 hours. */
  PHONE_ORDERS_A_DAY: number;
  SAMPLES: boolean;
  RECORD_DIR: string;
  DATA_DIR: string;
}

let remembered: SiteEnvironment | undefined;

/**
 * Settings of the running site, parsed on first use and cached.
 * @throws EnvironmentError when a variable cannot be used.
 */
export function siteEnv(): SiteEnvironment {
  remembered ??= pickSiteEnvironment(readEnv());
  return remembered;
}

/** The part of the environment the site reads; everything else stays out of its reach. */
export function pickSiteEnvironment(env: Environment): SiteEnvironment {
  return {
    SITE_URL: env.SITE_URL,
    OTHER_HOSTS: env.OTHER_HOSTS,
    MEDUSA_URL: env.MEDUSA_URL,
    MEDUSA_PUBLISHABLE_KEY: env.MEDUSA_PUBLISHABLE_KEY,
    SITE_KEY: env.SITE_KEY,
    RECEIPT_SECRET: env.RECEIPT_SECRET,
    STAMP_KEYS: env.STAMP_KEYS,
    STAMPS_DATABASE_URL: env.STAMPS_DATABASE_URL,
    TRUSTED_PROXIES: env.TRUSTED_PROXIES,
    CLIENT_ADDRESS_HEADER: env.CLIENT_ADDRESS_HEADER,
    REGION_HEADER: env.REGION_HEADER,
    MEILI_URL: env.MEILI_URL,
    MEILI_SEARCH_KEY: env.MEILI_SEARCH_KEY ?? env.MEILI_API_KEY,
    SECURITY_CONTACT: env.SECURITY_CONTACT,
    PHONE_ORDERS_A_DAY: env.PHONE_ORDERS_A_DAY,
    SAMPLES: env.SAMPLES,
    RECORD_DIR: env.RECORD_DIR,
    DATA_DIR: env.DATA_DIR,
  };
}

function uniqueByVariable(problems: EnvironmentProblem[]): EnvironmentProblem[] {
  return [...new Map(problems.map((problem) => [problem.variable, problem])).values()];
}
