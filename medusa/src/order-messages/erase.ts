import { eraseOldMail } from '../modules/mail/mail-folder.ts';
import type { Rows } from './rows.ts';

/** How long is kept that a message was sent; afterwards the order alone tells of its buyer. */
export const MESSAGE_DAYS = 180;

// Each by the clock that dates its rows: the database's, and that of the process.
const eraseMessages = `
  with erased as (
    delete from order_message where created_at < now() - make_interval(days => ${MESSAGE_DAYS}) returning id
  ) select count(*)::int as erased from erased`;

const eraseNotifications = `
  with erased as (
    delete from notification
    where trigger_type = 'order-message' and created_at < ?::timestamptz - make_interval(days => ${MESSAGE_DAYS})
    returning id
  ) select count(*)::int as erased from erased`;

/**
 * Erases messages past their time at the moment `now` (ms): their rows, Medusa's notes of them (which hold the
 * address), and what was written to the folder instead of sent.
 */
export async function eraseOldMessages(
  rows: Rows,
  { folder, now }: { folder: string; now: number },
): Promise<{ messages: number; notifications: number; files: number }> {
  const [messages] = await rows<{ erased: number }>(eraseMessages, []);
  const [notes] = await rows<{ erased: number }>(eraseNotifications, [new Date(now).toISOString()]);
  return {
    messages: messages?.erased ?? 0,
    notifications: notes?.erased ?? 0,
    files: await eraseOldMail(folder, now),
  };
}
