import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { producerStatements } from '../../../../../../../statements/read-statements.ts';

/** Takes an entry back that was a mistake; 404 where there is none that counts. */
export async function POST(
  req: AuthenticatedMedusaRequest<{ remark: string }>,
  res: MedusaResponse,
): Promise<void> {
  const { producer = '', entry = '' } = req.params;
  const { remark } = req.validatedBody;
  if (await producerStatements(req.scope).takeBack(producer, entry, remark, req.auth_context.actor_id)) {
    res.json({ id: entry });
    return;
  }
  res.status(404).json({
    reason: 'unknown-entry',
    message: 'Nothing was changed: there is no such entry, or it was taken back before.',
  });
}
