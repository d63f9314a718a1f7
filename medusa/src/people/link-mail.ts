import { randomUUID } from 'node:crypto';
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import { SIGN_IN_LINK_MINUTES } from '@ocop/rules/people/account-times';
import { failureIn } from '../modules/mail/failure.ts';
import { asHtml, asText, type Page } from '../order-messages/layout.ts';
import { peopleIn } from './session.ts';

/** Messages under way at once: a mail server that hangs must not gather them without end. */
const AT_ONCE = 20;
let underWay = 0;

/**
 * Sends a link to sign in, and answers before it is sent: how long that takes, and whether it succeeds, tells nobody
 * anything. It is not tried again: whoever waits asks for another. What went wrong is logged, to whom is not.
 */
export async function sendSignInLink(
  container: MedusaContainer,
  email: string,
  lang: 'vi' | 'en',
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  if (underWay >= AT_ONCE) {
    logger.warn(
      `A link to sign in was not sent: ${AT_ONCE} are under way. Look at the mail server (SMTP_HOST).`,
    );
    return;
  }
  const { links, settings } = peopleIn(container);
  const token = await links.make(email);
  const path = `${lang === 'en' ? '/en' : ''}/dang-nhap/${token}`;
  const page = pageOf(new URL(path, settings.siteUrl), lang);
  underWay += 1;
  void container
    .resolve(Modules.NOTIFICATION)
    .createNotifications({
      to: email,
      channel: 'email',
      template: 'sign-in-link',
      trigger_type: 'sign-in-link',
      provider_data: { messageId: `<${randomUUID()}@${new URL(settings.siteUrl).hostname}>` },
      content: { subject: page.title, text: asText(page), html: asHtml(page) },
    })
    .catch((error: unknown) => {
      logger.warn(`A link to sign in was not sent: ${failureIn(error).code}.`);
    })
    .finally(() => {
      underWay -= 1;
    });
}

function pageOf(link: URL, lang: 'vi' | 'en'): Page {
  const { host } = link;
  if (lang === 'en') {
    return {
      lang,
      title: `Sign in at ${host}`,
      blocks: [
        { kind: 'paragraph', text: 'You, or somebody who typed your address, asked to sign in.' },
        {
          kind: 'link',
          text: 'Sign in',
          address: link.href,
          hint: `The link works once, within ${SIGN_IN_LINK_MINUTES} minutes.`,
        },
        { kind: 'paragraph', text: 'Was it not you? Then do nothing: without this link nobody gets in.' },
      ],
      why: `Sent because this address was typed at ${host} to sign in.`,
    };
  }
  return {
    lang,
    title: `Đăng nhập ${host}`,
    blocks: [
      { kind: 'paragraph', text: 'Bạn, hoặc ai đó gõ địa chỉ của bạn, vừa xin đăng nhập.' },
      {
        kind: 'link',
        text: 'Đăng nhập',
        address: link.href,
        hint: `Liên kết dùng được một lần, trong ${SIGN_IN_LINK_MINUTES} phút.`,
      },
      {
        kind: 'paragraph',
        text: 'Không phải bạn? Không cần làm gì: không có liên kết này thì không ai vào được.',
      },
    ],
    why: `Gửi vì địa chỉ này được gõ ở ${host} để đăng nhập.`,
  };
}
