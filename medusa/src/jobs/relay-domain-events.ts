import type { MedusaContainer } from '@medusajs/framework/types';
import { TRACEABILITY, type TraceabilityService } from '../modules/traceability/service.ts';

/**
 * Sends domain events that wait in the outbox. Each change does so by itself when it is committed;
 * this is for what a crash, or an event bus that was away, left behind.
 */
export default async function relayDomainEvents(container: MedusaContainer): Promise<void> {
  await container.resolve<TraceabilityService>(TRACEABILITY).outbox.relay();
}

/** Every minute. */
export const config = { name: 'relay-domain-events', schedule: '* * * * *' };
