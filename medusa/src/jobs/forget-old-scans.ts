import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { TRACEABILITY } from '../modules/traceability/index.ts';
import type { TraceabilityService } from '../modules/traceability/service.ts';

/** Erases scans past their time, every night. A run that broke off is made good by the next one. */
export default async function forgetOldScans(container: MedusaContainer): Promise<void> {
  const traceability = container.resolve<TraceabilityService>(TRACEABILITY);
  const erased = await traceability.forgetOldScans(new Date());
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`Erased ${erased} scans that were past their time.`);
}

/** 03:10 by the server's clock: a quiet hour wherever it stands near Vietnam. */
export const config = { name: 'forget-old-scans', schedule: '10 3 * * *' };
