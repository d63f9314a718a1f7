import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { NO_SESSION, type Account } from '@ocop/contract/people';
import { addressOf } from '../../../../people/customers.ts';
import { hasPassword } from '../../../../people/passwords.ts';
import { peopleIn, type SignedInRequest } from '../../../../people/session.ts';

/** Whoever has the session. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { actor, fresh } = (req as SignedInRequest).signedIn.session;
  if (actor.type === 'customer') {
    const email = await addressOf(req.scope, actor.id);
    if (email === null) {
      res.status(401).json({ reason: NO_SESSION, message: `${NO_SESSION}: the account was removed.` });
      return;
    }
    const customer: Account = {
      ...{ type: 'customer', name: email, login: email },
      ...{ grants: [], hasPassword: false, fresh },
    };
    res.json(customer);
    return;
  }
  const { members } = peopleIn(req.scope);
  const member = await members.byId(actor.id);
  res.json({
    type: 'producer',
    name: member?.name ?? '',
    login: member?.login ?? '',
    grants: await members.grantsOf(actor.id),
    hasPassword: await hasPassword(req.scope, actor.id),
    fresh,
  } satisfies Account);
}
