import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { TRACEABILITY } from '../modules/traceability/index.ts';
import type { TraceabilityService } from '../modules/traceability/service.ts';

/** Erases contact and photo of reports past their time, every night; made good by the next run. */
export default async function forgetOldReports(container: MedusaContainer): Promise<void> {
  const traceability = container.resolve<TraceabilityService>(TRACEABILITY);
  const erased = await traceability.forgetOldReports(new Date());
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`Erased contact and photo of ${erased} reports that were past their time.`);
}

/** A little after the old scans. */
export const config = { name: 'forget-old-reports', schedule: '20 3 * * *' };
