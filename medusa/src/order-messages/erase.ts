import type { MedusaContainer } from '@medusajs/framework/types';
import { eraseOldMail } from '../modules/mail/mail-folder.ts';
import { ORDER_MESSAGES } from '../modules/order-messages/index.ts';
import type { OrderMessagesService } from '../modules/order-messages/service.ts';
import { rowsIn } from './rows.ts';

/** How long is kept that a message was sent; afterwards the order alone tells of its buyer. */
export const MESSAGE_DAYS = 180;

const eraseNotifications = `
  with erased as (
    delete from notification
    where trigger_type = 'order-message' and created_at < ?::timestamptz - make_interval(days => ${MESSAGE_DAYS})
    returning id
  ) select count(*)::int as erased from erased`;

/**
 * Erases messages past their time: their rows, Medusa's notes of them (which hold the address), and what was written
 * to the folder instead of sent.
 */
export async function eraseOldMessages(
  container: MedusaContainer,
  now = Date.now(),
): Promise<{ messages: number; notifications: number; files: number }> {
  const outbox = container.resolve<OrderMessagesService>(ORDER_MESSAGES);
  const [row] = await rowsIn(container)<{ erased: number }>(eraseNotifications, [
    new Date(now).toISOString(),
  ]);
  return {
    messages: await outbox.erase(MESSAGE_DAYS),
    notifications: row?.erased ?? 0,
    files: await eraseOldMail(outbox.settings.mailFolder, now),
  };
}
