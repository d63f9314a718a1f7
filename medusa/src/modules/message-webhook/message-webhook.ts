import { createHmac } from 'node:crypto';
import type { ProviderSendNotificationDTO } from '@medusajs/framework/types';
import { AbstractNotificationProviderService } from '@medusajs/framework/utils';
import { failureError, type SendFailure } from '../mail/failure.ts';

export interface MessageWebhookOptions {
  channels: string[];
  url: string;
  secret: string;
}

/**
 * The header that says who sent a body and when: `t=<seconds since 1970>,v1=<HMAC-SHA256 in hex of "t.body">`. A
 * receiver compares in constant time and refuses what is more than a few minutes old.
 */
export function signatureOf(secret: string, body: string, seconds: number): string {
  const tag = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${tag}`;
}

/**
 * Hands a message for a telephone (SMS, Zalo ZNS) to a service of the operator's: a template's key and its
 * parameters, never a text, for such services send approved templates alone. Described in docs/operations.md.
 */
export class MessageWebhook extends AbstractNotificationProviderService {
  static override identifier = 'message-webhook';

  readonly #options: MessageWebhookOptions;

  constructor(_container: unknown, options: MessageWebhookOptions) {
    super();
    this.#options = options;
  }

  /** @throws an error that says why and not to whom (see mail/failure.ts) */
  override async send({
    to: phone,
    template,
    data,
    provider_data: given,
  }: ProviderSendNotificationDTO): Promise<{ id: string }> {
    const id = String(given?.messageId);
    const body = JSON.stringify({ id, template, phone, ...data });
    let answer: Response;
    try {
      answer = await fetch(this.#options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-ocop-signature': signatureOf(this.#options.secret, body, Math.floor(Date.now() / 1_000)),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(20_000),
      });
      await answer.body?.cancel();
    } catch {
      throw failureError({ reach: 'server', code: 'ECONNECTION' });
    }
    if (answer.ok) return { id };
    throw failureError({ reach: reachOf(answer.status), code: String(answer.status) });
  }
}

/** 422 alone says that this message will never do; all else may be mended. */
function reachOf(status: number): SendFailure['reach'] {
  return status === 422 ? 'refused' : status >= 500 || status === 401 ? 'server' : 'message';
}
