import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from '@medusajs/framework/http';
import { Modules } from '@medusajs/framework/utils';
import { LRUCache } from 'lru-cache';

/** For so long somebody who was removed may still be answered. */
const SEEN_MS = 10_000;
const seen = new LRUCache<string, true>({ max: 1_000, ttl: SEEN_MS });

/** 401 for a session or a token of somebody who is no longer among the staff: Medusa looks at its signature alone. */
export async function onlyPresentStaff(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const { actor_type: type, actor_id: id } = req.auth_context ?? {};
  if (type !== 'user' || !id || seen.get(id)) return next();
  const [user] = await req.scope.resolve(Modules.USER).listUsers({ id: [id] }, { select: ['id'], take: 1 });
  if (!user) {
    res.status(401).json({ message: 'Unauthorized' });
    return;
  }
  seen.set(id, true);
  next();
}
