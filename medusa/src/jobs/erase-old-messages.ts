import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { ORDER_MESSAGES } from '../modules/order-messages/index.ts';
import type { OrderMessagesService } from '../modules/order-messages/service.ts';
import { eraseOldMessages } from '../order-messages/erase.ts';
import { rowsIn } from '../order-messages/rows.ts';

/** Erases messages about orders that are past their time, every night. */
export default async function run(container: MedusaContainer): Promise<void> {
  const { mailFolder: folder } = container.resolve<OrderMessagesService>(ORDER_MESSAGES).settings;
  const erased = await eraseOldMessages(rowsIn(container), { folder, now: Date.now() });
  const { messages, notifications, files } = erased;
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(
      `Erased ${messages} order messages, ${notifications} notifications and ${files} files that were past their time.`,
    );
}

/** 02:25 in Vietnam: schedules are read in the time zone of the server, which is UTC. */
export const config = { name: 'erase-old-messages', schedule: '25 19 * * *' };
