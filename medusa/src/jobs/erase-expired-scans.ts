import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { TRACEABILITY, type TraceabilityService } from '../modules/traceability/service.ts';

/** Erases scans past their time, every night. A run that broke off is made good by the next one. */
export default async function eraseExpiredScans(container: MedusaContainer): Promise<void> {
  const traceability = container.resolve<TraceabilityService>(TRACEABILITY);
  const erased = await traceability.scans.eraseExpired();
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`Erased ${erased} scans that were past their time.`);
}

/** 02:10 in Vietnam: schedules are read in the time zone of the server, which is UTC. */
export const config = { name: 'erase-expired-scans', schedule: '10 19 * * *' };
