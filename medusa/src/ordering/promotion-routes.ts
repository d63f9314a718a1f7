import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from '@medusajs/framework/http';
import { MedusaError } from '@medusajs/framework/utils';
import { promotionFault, promotionWords, type PromotionShape } from './promotions.ts';

/** Refuses, where staff make it, a promotion that no order would take; Medusa's screen shows the words. */
function refusePromotion(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  const fault = promotionFault((req.body ?? {}) as PromotionShape);
  next(fault && new MedusaError(MedusaError.Types.INVALID_DATA, promotionWords(fault)));
}

export const promotionRoutes: MiddlewareRoute[] = ['/admin/promotions', '/admin/promotions/:id'].map(
  (matcher) => ({
    matcher,
    methods: ['POST'],
    middlewares: [refusePromotion],
  }),
);
