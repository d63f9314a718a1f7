import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { Schema } from '@ocop/contract/fields';

/**
 * Lets a request through only with a query string of this shape, left in `validatedQuery`; otherwise
 * 400 with every parameter that is wrong and what it should be.
 */
export function validQuery(schema: Schema<object>) {
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
    const parsed = schema.safeParse(req.query);
    if (parsed.success) {
      req.validatedQuery = { ...parsed.data };
      return next();
    }
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the query'}: ${message}`,
    );
    const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].filter(Boolean);
    res.status(400).json({
      fields,
      reason: 'invalid-query',
      message: `The question cannot be answered as it is asked. ${problems.join('; ')}.`,
    });
  };
}
