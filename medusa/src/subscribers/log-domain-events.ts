import type { SubscriberArgs, SubscriberConfig } from '@medusajs/framework';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { domainEventNames } from '@ocop/contract/events';

/**
 * Notes every domain event in the log, by name and id. Events are published at least once: a
 * subscriber that does more than this discards the ids it has seen.
 */
export default async function logDomainEvent({
  event: { name, data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`Domain event ${name} ${data.id}`);
  await Promise.resolve();
}

export const config: SubscriberConfig = {
  event: domainEventNames,
  context: { subscriberId: 'log-domain-events' },
};
