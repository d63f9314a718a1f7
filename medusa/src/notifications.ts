import { join } from 'node:path';
import type { MedusaEnv } from './env.ts';
import type { MailOptions } from './modules/mail/options.ts';
import type { MessageWebhookOptions } from './modules/message-webhook/message-webhook.ts';
import type { OrderMessageSettings } from './modules/order-messages/service.ts';

const siteOf = (env: MedusaEnv) => new URL(env.SITE_URL ?? env.MEDUSA_URL);

function mailOptions(env: MedusaEnv, dataDir: string): MailOptions {
  const { hostname } = siteOf(env);
  return {
    channels: ['email'],
    from: { name: env.MAIL_FROM_NAME ?? hostname, address: env.MAIL_FROM ?? `don-hang@${hostname}` },
    smtp: env.SMTP_HOST
      ? {
          host: env.SMTP_HOST,
          port: env.SMTP_PORT,
          security: env.SMTP_SECURITY ?? (env.SMTP_PORT === 465 ? 'tls' : 'starttls'),
          user: env.SMTP_USER ?? null,
          password: env.SMTP_PASSWORD ?? null,
        }
      : null,
    folder: join(dataDir, 'order-mail'),
  };
}

function webhook(env: MedusaEnv) {
  const { MESSAGE_WEBHOOK_URL: url, MESSAGE_WEBHOOK_SECRET: secret } = env;
  if (!url || !secret) return [];
  const options: MessageWebhookOptions = { channels: ['sms'], url, secret };
  return [{ resolve: './src/modules/message-webhook', id: 'message-webhook', options }];
}

/** What Medusa's notification module sends by: the bell of the staff screens, e-mail, and a webhook for telephones. */
export function notifications(env: MedusaEnv, dataDir: string) {
  return {
    resolve: '@medusajs/medusa/notification',
    options: {
      providers: [
        {
          resolve: '@medusajs/medusa/notification-local',
          id: 'local',
          options: { name: 'Local Notification Provider', channels: ['feed'] },
        },
        { resolve: './src/modules/mail', id: 'mail', options: mailOptions(env, dataDir) },
        ...webhook(env),
      ],
    },
  };
}

/** What the outbox of order messages is told of the environment. */
export function orderMessageSettings(env: MedusaEnv, dataDir: string): OrderMessageSettings {
  const { smtp, folder } = mailOptions(env, dataDir);
  return {
    siteUrl: siteOf(env).origin,
    receiptSecret: env.SITE_URL === undefined ? null : (env.RECEIPT_SECRET ?? null),
    webhook: webhook(env).length > 0,
    mailServer: smtp && `${smtp.host}:${smtp.port}`,
    mailFolder: folder,
  };
}
