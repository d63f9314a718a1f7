import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { StatementsAnswer } from '@ocop/contract/producer-statements';
import { readStatements } from '../../../statements/read-statements.ts';

/** What each producer's part of a month's money is, and what was paid to it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { month } = req.validatedQuery as { month: string };
  const statements = await readStatements(req.scope, month);
  res.setHeader('cache-control', 'private, no-store');
  res.json({
    month,
    statements: statements.map(({ lines: _, ...statement }) => statement),
  } satisfies StatementsAnswer);
}
