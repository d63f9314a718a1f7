import { createHash, timingSafeEqual } from 'node:crypto';
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Lets a request through only with the header `x-site-key` equal to SITE_KEY; 401 otherwise.
 * Digests are compared, so neither the key's length nor its beginning shows in the time taken.
 */
export function onlyTheSite(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const key = process.env.SITE_KEY;
  const shown = req.get('x-site-key') ?? '';
  if (key && timingSafeEqual(digest(shown), digest(key))) return next();
  res.status(401).json({
    reason: 'wrong-site-key',
    message: 'This address answers the site alone. Send SITE_KEY in the header x-site-key.',
  });
}

const checkoutRoutes = new Set([
  'carts',
  'payment-collections',
  'payment-providers',
  'products',
  'regions',
  'shipping-options',
]);

/**
 * Of the store API only what a guest's checkout needs answers; everything else is 404. Above all
 * `/store/orders/{id}` would show a guest's name and address to anyone with the public key, and
 * `/store/returns` would let the same person open a return on the order.
 */
export function onlyCheckoutRoutes(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const [, room = ''] = req.originalUrl
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean);
  if (checkoutRoutes.has(room)) return next();
  res.status(404).json({ reason: 'not-offered', message: 'This store has no such address.' });
}
