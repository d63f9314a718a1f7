import type { MedusaContainer } from '@medusajs/framework/types';
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { NO_SESSION, SESSION_HEADER } from '@ocop/contract/people';
import type { Actor } from '@ocop/rules/people/actor';
import { PEOPLE } from '../modules/people/index.ts';
import type { PeopleService } from '../modules/people/service.ts';
import type { Session } from '../modules/people/sessions.ts';

export function peopleIn(container: MedusaContainer): PeopleService {
  return container.resolve<PeopleService>(PEOPLE);
}

/** A request of somebody who is signed in on the site. */
export interface SignedInRequest<Body = unknown> extends MedusaRequest<Body> {
  signedIn: { session: Session; actor: Actor };
}

/** Lets a request through with a session that is in force, left in `signedIn`; 401 otherwise. */
export async function onlySignedIn(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  try {
    const people = peopleIn(req.scope);
    const token = req.get(SESSION_HEADER) ?? '';
    const session = token === '' ? null : await people.sessions.find(token);
    if (session === null) {
      res.status(401).json({ reason: NO_SESSION, message: `${NO_SESSION}: sign in again on the site.` });
      return;
    }
    const { type, id } = session.actor;
    const actor: Actor =
      type === 'customer'
        ? { kind: 'customer', id }
        : {
            kind: 'member',
            id,
            grants: (await people.members.grantsOf(id)).map(({ role, producerId }) => ({
              role,
              scope: { kind: 'producer', id: producerId },
            })),
          };
    (req as SignedInRequest).signedIn = { session, actor };
    next();
  } catch (error) {
    next(error);
  }
}
