import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { TRACEABILITY, type TraceabilityService } from '../modules/traceability/service.ts';

/** Erases contact and photo of reports past their time, every night; made good by the next run. */
export default async function eraseExpiredReports(container: MedusaContainer): Promise<void> {
  const traceability = container.resolve<TraceabilityService>(TRACEABILITY);
  const erased = await traceability.reports.eraseExpired();
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`Erased contact and photo of ${erased} reports that were past their time.`);
}

/** 02:20 in Vietnam, read in UTC. */
export const config = { name: 'erase-expired-reports', schedule: '20 19 * * *' };
