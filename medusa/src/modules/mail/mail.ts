import type { ProviderSendNotificationDTO } from '@medusajs/framework/types';
import { AbstractNotificationProviderService } from '@medusajs/framework/utils';
import { createTransport } from 'nodemailer';
import { failureError, smtpFailure } from './failure.ts';
import { writeMail } from './mail-folder.ts';
import type { MailOptions, SmtpOptions } from './options.ts';

/** No mail server is waited for longer; what it took after that it is sent once more, under the same Message-ID. */
const PATIENCE_MS = 60_000;

/** What a message never does: read a file, ask an address. */
const closed = { disableFileAccess: true, disableUrlAccess: true };

/**
 * Sends e-mail by SMTP, or writes it into a folder where no mail server is given. `provider_data.messageId` is the
 * identity a message keeps when it is sent again.
 */
export class Mail extends AbstractNotificationProviderService {
  static override identifier = 'mail';

  readonly #options: MailOptions;

  constructor(_container: unknown, options: MailOptions) {
    super();
    this.#options = options;
  }

  /** @throws an error that says why and not to whom (see failure.ts) */
  override async send(notification: ProviderSendNotificationDTO): Promise<{ id: string }> {
    const { to, content, provider_data: given } = notification;
    const messageId = given?.messageId;
    if (typeof messageId !== 'string' || !content?.subject || !content.text || !content.html) {
      throw failureError({ reach: 'refused', code: 'EMESSAGE' });
    }
    const message = {
      ...closed,
      from: this.#options.from,
      to: { name: '', address: to },
      subject: content.subject,
      text: content.text,
      html: content.html,
      messageId,
      // Nobody's "out of office" answers it.
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
    const { smtp, folder } = this.#options;
    try {
      if (smtp) await withinPatience(smtpTransport(smtp).sendMail(message));
      else {
        const written = await createTransport({ ...closed, streamTransport: true, buffer: true }).sendMail(
          message,
        );
        await writeMail(folder, messageId, written.message as Buffer, Date.now());
      }
    } catch (error) {
      throw failureError(smtpFailure(error));
    }
    return { id: messageId };
  }
}

/** A connection for each message: there are few, and none is left open to a server that is restarted. */
function smtpTransport({ host, port, security, user, password }: SmtpOptions) {
  return createTransport({
    ...closed,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== null && password !== null ? { auth: { user, pass: password } } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 20_000,
    logger: false,
  });
}

async function withinPatience(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), PATIENCE_MS);
  });
  try {
    await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
    // It may still fail, when nobody waits any more.
    sending.catch(() => undefined);
  }
}
