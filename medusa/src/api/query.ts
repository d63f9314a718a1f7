import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { z } from '@medusajs/framework/zod';

/** `limit` (at most 100) things after the first `offset`, as every list is read. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
};

/**
 * Lets a request through only with a query string of this shape, left in `validatedQuery`; otherwise
 * 400 with every parameter that is wrong and what it should be.
 */
export function validQuery(schema: z.ZodType<object>) {
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
    const parsed = schema.safeParse(req.query);
    if (parsed.success) {
      req.validatedQuery = { ...parsed.data };
      return next();
    }
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the query'}: ${message}`,
    );
    res.status(400).json({
      reason: 'invalid-query',
      message: `The question cannot be answered as it is asked. ${problems.join('; ')}.`,
    });
  };
}
