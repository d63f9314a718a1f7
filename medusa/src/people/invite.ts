import { randomInt } from 'node:crypto';
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import type { InvitationMade } from '@ocop/contract/people';
import { invitationCode, printedInvitationCode } from '@ocop/rules/people/invitation-code';
import { producerIn } from '../order-desk/order-sheet.ts';

export const drawInvitation = () => invitationCode((below) => randomInt(below));

/** An invitation as it is told to whoever invited, once. */
export function invitationMade(
  siteUrl: string,
  { memberId, code, expiresAt }: { memberId: string; code: string; expiresAt: Date },
): InvitationMade {
  const link = new URL(`/loi-moi/${code}`, siteUrl).href;
  return { memberId, code: printedInvitationCode(code), link, expiresAt: expiresAt.toISOString() };
}

/** Every producer that a product names, by name. */
export async function producersOfProducts(
  container: MedusaContainer,
): Promise<{ id: string; name: string }[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: 'product', fields: ['metadata'] });
  const found = new Map<string, string>();
  for (const { metadata } of data as { metadata: Record<string, unknown> | null }[]) {
    const producer = producerIn(metadata);
    if (producer) found.set(producer.id, producer.name);
  }
  return [...found]
    .map(([id, name]) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'));
}
