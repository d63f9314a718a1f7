import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { Schema } from '@ocop/contract/fields';

/**
 * Lets a request through only with a body of this shape, left in `validatedBody`; otherwise 400
 * with every field that is wrong and what it should be. (Medusa's own validation leaves the
 * field's name out of such messages.)
 */
export function validBody(schema: Schema) {
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
    const parsed = schema.safeParse(req.body);
    if (parsed.success) {
      req.validatedBody = parsed.data;
      return next();
    }
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the body'}: ${message}`,
    );
    const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].filter(Boolean);
    res.status(400).json({
      fields,
      reason: 'invalid-body',
      message: `Nothing was saved. ${problems.join('; ')}.`,
    });
  };
}
