/** Settings of how buyers are told of their orders. */
import { z } from '@medusajs/framework/zod';

const mailAddress = 'one e-mail address, like don-hang@shop.example.vn';

/** One address and nothing besides: it becomes a header. */
export const mailAddressShape = /^[^\s@<>(),:;"\\]{1,64}@[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?$/i;

const webhookAddress = 'an https address (http on this machine alone), like https://sms.example.vn/orders';

const isWebhookAddress = (text: string) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  );
};

export const messageSettings = {
  RECEIPT_SECRET: z
    .string()
    .min(
      32,
      'the secret of at least 32 characters that the site is given too; messages link to receipts by it',
    )
    .optional(),
  SMTP_HOST: z
    .string()
    .regex(/^[a-z\d.:-]+$/i, 'the name of a mail server, like smtp.example.vn')
    .optional(),
  SMTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'a port number from 1 to 65535')
    .default(587),
  SMTP_SECURITY: z.enum(['starttls', 'tls', 'none'], { error: 'starttls, tls or none' }).optional(),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  MAIL_FROM: z.string().regex(mailAddressShape, mailAddress).optional(),
  MAIL_FROM_NAME: z
    .string()
    .regex(/^[^\p{Cc}]{1,100}$/u, 'a name of at most 100 characters, like Đặc sản OCOP')
    .optional(),
  MESSAGE_WEBHOOK_URL: z.string().refine(isWebhookAddress, webhookAddress).optional(),
  MESSAGE_WEBHOOK_SECRET: z
    .string()
    .min(32, 'at least 32 random characters, by which the webhook knows that it is this server that calls')
    .optional(),
};

type Given = {
  [
    name in
      | 'SMTP_HOST'
      | 'SMTP_USER'
      | 'SMTP_PASSWORD'
      | 'MAIL_FROM'
      | 'MESSAGE_WEBHOOK_URL'
      | 'MESSAGE_WEBHOOK_SECRET'
  ]?: string | undefined;
};

/** What one of these settings needs another for: each with its name and what it should be. */
export function missingForMessages(env: Given): { name: keyof Given; message: string }[] {
  const needs: [when: keyof Given, needed: keyof Given, message: string][] = [
    ['SMTP_HOST', 'MAIL_FROM', `set because SMTP_HOST is set: ${mailAddress}`],
    ['SMTP_USER', 'SMTP_PASSWORD', 'set because SMTP_USER is set: the password of that user'],
    ['SMTP_PASSWORD', 'SMTP_USER', 'set because SMTP_PASSWORD is set: whose password it is'],
    ['SMTP_USER', 'SMTP_HOST', 'set because SMTP_USER is set: the name of the mail server'],
    [
      'MESSAGE_WEBHOOK_URL',
      'MESSAGE_WEBHOOK_SECRET',
      'set because MESSAGE_WEBHOOK_URL is set: at least 32 random characters',
    ],
  ];
  return needs
    .filter(([when, needed]) => env[when] !== undefined && env[needed] === undefined)
    .map(([, name, message]) => ({ name, message }));
}
