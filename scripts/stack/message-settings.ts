import type { Environment } from '../../src/config/env.ts';

/** How Medusa tells buyers of their orders, as it reads it; what is not set is undefined. */
export function messageSettings(env: Environment): Record<string, string | undefined> {
  const { SMTP_HOST, SMTP_PORT, SMTP_SECURITY, SMTP_USER, SMTP_PASSWORD, MAIL_FROM, MAIL_FROM_NAME } = env;
  const { MESSAGE_WEBHOOK_URL, MESSAGE_WEBHOOK_SECRET } = env;
  return {
    ...{ SMTP_HOST, SMTP_PORT: SMTP_PORT?.toString(), SMTP_SECURITY, SMTP_USER, SMTP_PASSWORD },
    ...{ MAIL_FROM, MAIL_FROM_NAME, MESSAGE_WEBHOOK_URL, MESSAGE_WEBHOOK_SECRET },
  };
}
