import type { Environment } from '../../src/config/env.ts';

/** What Medusa reads of how buyers pay by transfer and card and are told of their orders. */
const names = [
  'TRANSFER_BANK',
  'TRANSFER_ACCOUNT',
  'TRANSFER_ACCOUNT_HOLDER',
  'TRANSFER_WITHIN_HOURS',
  'BANK_WEBHOOK_SECRET',
  'SEPAY_API_KEY',
  'SEPAY_WEBHOOK_SECRET',
  'CASSO_SECURE_TOKEN',
  'CASSO_WEBHOOK_SECRET',
  'PAYOS_CHECKSUM_KEY',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'STRIPE_API_URL',
  'CARD_LEAST_TOTAL',
  'CARD_WITHIN_MINUTES',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_SECURITY',
  'SMTP_USER',
  'SMTP_PASSWORD',
  'MAIL_FROM',
  'MAIL_FROM_NAME',
  'MESSAGE_WEBHOOK_URL',
  'MESSAGE_WEBHOOK_SECRET',
] as const satisfies readonly (keyof Environment)[];

/** Settings that go to Medusa as they are; what is not set is undefined. */
export function settingsPassedOn(env: Environment): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, env[name]?.toString()]));
}
