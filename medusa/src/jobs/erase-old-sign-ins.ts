import type { MedusaContainer } from '@medusajs/framework/types';
import { rowsIn } from '../order-messages/rows.ts';
import { peopleIn } from '../people/session.ts';

/** Erases links, sessions and counts that open and stop nothing any more, with the addresses links went to. */
export default async function run(container: MedusaContainer): Promise<void> {
  await peopleIn(container).links.eraseOld();
  await rowsIn(container)(
    `delete from notification where trigger_type = 'sign-in-link' and created_at < now() - interval '1 day'`,
    [],
  );
}

/** 02:35 in Vietnam: schedules are read in the time zone of the server, which is UTC. */
export const config = { name: 'erase-old-sign-ins', schedule: '35 19 * * *' };
