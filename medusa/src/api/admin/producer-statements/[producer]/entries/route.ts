import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { NoteEntry } from '@ocop/contract/producer-statements';
import { producerStatements } from '../../../../../statements/read-statements.ts';

/** Notes a fee or a payment; 409 where its id stands for another one. */
export async function POST(req: AuthenticatedMedusaRequest<NoteEntry>, res: MedusaResponse): Promise<void> {
  const { producer = '' } = req.params;
  if (await producerStatements(req.scope).note(producer, req.validatedBody, req.auth_context.actor_id)) {
    res.json({ id: req.validatedBody.id });
    return;
  }
  res.status(409).json({
    reason: 'entry-taken',
    message: 'Nothing was noted: this entry was sent before with another sum. Load the page and look at it.',
  });
}
