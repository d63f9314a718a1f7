import type { MedusaContainer } from '@medusajs/framework/types';
import { Modules } from '@medusajs/framework/utils';
import { MEMBER_PASSWORDS } from '../modules/member-passwords/name.ts';
import { comparing, TOO_MANY } from '../modules/staff-passwords/hash-gate.ts';

/** Nobody's id: a login nobody has is compared with it, for as long as any other. */
const NOBODY = 'nobody';

/** @param personId null where nobody has the login: the answer takes as long, and is `wrong` */
export async function comparePassword(
  container: MedusaContainer,
  personId: string | null,
  password: string,
): Promise<'right' | 'wrong' | 'busy'> {
  const auth = container.resolve(Modules.AUTH);
  const body = { email: personId ?? NOBODY, password };
  const { success, error } = await auth.authenticate(MEMBER_PASSWORDS, { body });
  if (error === TOO_MANY) return 'busy';
  return success && personId !== null ? 'right' : 'wrong';
}

/** Sets a person's password, the first as well as any later. @returns false where too many are being hashed */
export async function setPassword(
  container: MedusaContainer,
  personId: string,
  password: string,
): Promise<boolean> {
  const auth = container.resolve(Modules.AUTH);
  const done = await comparing(async () => {
    if (await hasPassword(container, personId)) {
      const { success, error } = await auth.updateProvider(MEMBER_PASSWORDS, {
        entity_id: personId,
        password,
      });
      if (!success) throw new Error(`The password was not changed: ${error ?? 'no reason given'}`);
      return true;
    }
    const body = { email: personId, password };
    const { success, error, authIdentity } = await auth.register(MEMBER_PASSWORDS, { body });
    if (!success || !authIdentity)
      throw new Error(`The password was not kept: ${error ?? 'no reason given'}`);
    // By this Medusa knows whose identity it is, as it does for its own kinds of actors.
    await auth.updateAuthIdentities({ id: authIdentity.id, app_metadata: { producer_id: personId } });
    return true;
  });
  return done ?? false;
}

export async function hasPassword(container: MedusaContainer, personId: string): Promise<boolean> {
  const found = await container
    .resolve(Modules.AUTH)
    .listProviderIdentities({ entity_id: personId, provider: MEMBER_PASSWORDS }, { select: ['id'], take: 1 });
  return found.length > 0;
}
