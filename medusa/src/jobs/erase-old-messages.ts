import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { eraseOldMessages } from '../order-messages/erase.ts';

/** Erases messages about orders that are past their time, every night. */
export default async function run(container: MedusaContainer): Promise<void> {
  const { messages, notifications, files } = await eraseOldMessages(container);
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(
      `Erased ${messages} order messages, ${notifications} notifications and ${files} files that were past their time.`,
    );
}

/** 02:25 in Vietnam: schedules are read in the time zone of the server, which is UTC. */
export const config = { name: 'erase-old-messages', schedule: '25 19 * * *' };
