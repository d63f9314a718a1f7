import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { TRACEABILITY, type TraceabilityService } from '../modules/traceability/service.ts';

/** Erases domain events that were sent some days ago from the outbox, every night. */
export default async function eraseSentEvents(container: MedusaContainer): Promise<void> {
  const traceability = container.resolve<TraceabilityService>(TRACEABILITY);
  const erased = await traceability.outbox.eraseSent();
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`Erased ${erased} domain events that were sent some days ago.`);
}

/** 02:30 in Vietnam, read in UTC. */
export const config = { name: 'erase-sent-events', schedule: '30 19 * * *' };
