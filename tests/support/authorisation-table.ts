/**
 * Who is let in where: every route of the commerce server and of the site. A route that stands nowhere here fails
 * authorisation.test.ts; add it with what it should answer to people who are none of its business.
 */

export const actors = [
  'anonymous',
  'buyerA',
  'buyerB',
  'producerA',
  'producerB',
  'staff',
  'wrongKey',
] as const;
export type ActorName = (typeof actors)[number];

/**
 * What a route of the commerce server asks of whoever calls it directly.
 * `staff`: signed in at the staff screens, or a secret key; 401 for anybody else.
 * `site`: the key of the site (x-site-key); 401 for anybody else, staff included.
 * `checkout`: the publishable key, which is no secret; 400 or 401 without a right one.
 * `sign-in`: nothing, for it is the way in: an empty request is refused (400 or 401).
 * `closed`: nobody; 404, or 400 for a publishable key that is none.
 * `open`: nothing; it tells and changes nothing of anybody's.
 */
export type MedusaClass = 'staff' | 'site' | 'checkout' | 'sign-in' | 'closed' | 'open';

/** Bodies that the guard (decision 0035) takes in another type than JSON. */
export const bodyTypes: Readonly<Record<string, string>> = {
  '/admin/traceability/events/table': 'application/octet-stream',
  '/admin/uploads': 'multipart/form-data; boundary=x',
};

/** Not asked as staff: an index this shop does not have is waited for, and events are told without an end. */
export const unaskedAsStaff: ReadonlySet<string> = new Set([
  '/admin/index/details',
  '/admin/workflows-executions/:workflow_id/subscribe',
  '/admin/workflows-executions/:workflow_id/:transaction_id/subscribe',
]);

/** The first line that fits counts; `*` stands for the rest of the path. */
export const medusaTable: readonly (readonly [path: string, who: MedusaClass])[] = [
  // Invited staff open their account here, with the token of the invitation.
  ['/admin/invites/accept', 'sign-in'],
  // Names of features that are on, which the sign-in screen asks for.
  ['/admin/feature-flags', 'open'],
  // Reads a whole table at one go (decision 0036).
  ['/admin/products/import', 'closed'],
  // Medusa's own for staff, whatever a later release adds: the test asks each of them.
  ...[
    ...['api-keys', 'campaigns', 'claims', 'collections', 'currencies', 'customer-groups', 'customers'],
    ...[
      'draft-orders',
      'exchanges',
      'fulfillment-providers',
      'fulfillment-sets',
      'fulfillments',
      'gift-cards',
    ],
    ...['index', 'inventory-items', 'invites', 'locales', 'notifications', 'order-changes', 'order-edits'],
    ...['orders', 'payment-collections', 'payments', 'plugins', 'price-lists', 'price-preferences'],
    ...['product-categories', 'product-options', 'product-tags', 'product-types', 'product-variants'],
    ...['products', 'promotions', 'property-labels', 'rbac', 'refund-reasons', 'regions', 'reservations'],
    ...[
      'return-reasons',
      'returns',
      'sales-channels',
      'search',
      'search-indexes',
      'shipping-option-types',
      'shipping-options',
    ],
    ...['shipping-profiles', 'stock-locations', 'store-credit-accounts', 'stores', 'tax-providers'],
    ...['tax-rates', 'tax-regions', 'transaction-groups', 'translations', 'uploads', 'users', 'views'],
    ...['workflows-executions', 'cloud', 'auth', 'mfa', 'layouts'],
  ].flatMap((room) => [[`/admin/${room}`, 'staff'] as const, [`/admin/${room}/*`, 'staff'] as const]),
  // Ours for staff.
  ...[
    ...['bank-transfers', 'delivery-prices', 'order-completions', 'order-confirmations', 'order-desk'],
    ...['order-messages', 'people', 'private-files', 'traceability', 'money-ledger', 'producer-statements'],
  ].flatMap((room) => [[`/admin/${room}`, 'staff'] as const, [`/admin/${room}/*`, 'staff'] as const]),

  ['/auth/mfa/*', 'staff'],
  ['/auth/session', 'staff'],
  // Of /auth only the sign-in of staff is offered (`user`, `emailpass`); it is asked with those names below.
  ['/auth/:actor_type/:auth_provider', 'closed'],
  ['/auth/:actor_type/:auth_provider/*', 'closed'],
  ['/auth/:actor_type/providers', 'closed'],
  ['/auth/:auth_provider/user', 'closed'],
  ['/auth/token/refresh', 'closed'],
  ['/auth/verification/*', 'closed'],
  // Whether staff sign in by Medusa's own hosting, which they do not.
  ['/cloud/auth', 'open'],
  ['/cloud/auth/users', 'sign-in'],
  // Answered before anything is looked at; what is told there is judged by its signature.
  ['/hooks/payment/:provider', 'open'],

  // For customers who sign in at Medusa itself: nobody does.
  ['/store/carts/:id/customer', 'sign-in'],
  ['/store/carts', 'checkout'],
  ['/store/carts/*', 'checkout'],
  ['/store/payment-collections', 'checkout'],
  ['/store/payment-collections/*', 'checkout'],
  ['/store/payment-providers', 'checkout'],
  ['/store/products', 'checkout'],
  ['/store/products/*', 'checkout'],
  ['/store/regions', 'checkout'],
  ['/store/regions/*', 'checkout'],
  ['/store/shipping-options', 'checkout'],
  ['/store/shipping-options/*', 'checkout'],
  // Everything else of the store, orders above all.
  ...[
    ...[
      'collections',
      'currencies',
      'customers',
      'locales',
      'orders',
      'product-categories',
      'product-options',
    ],
    ...['product-tags', 'product-types', 'product-variants', 'return-reasons', 'returns', 'search'],
    ...['gift-cards', 'store-credit-accounts'],
  ].flatMap((room) => [[`/store/${room}`, 'closed'] as const, [`/store/${room}/*`, 'closed'] as const]),

  ...[
    ...['availability', 'bank-notifications/:service', 'delivery', 'lots/:code/events', 'lots/:code/journey'],
    ...[
      'order-lookups',
      'orders',
      'orders/:orderId/cancellation',
      'pay-ways',
      'recalls',
      'receipts/:orderId',
    ],
    ...['card-payments/:cartId/end', 'card-payments/:cartId/look', 'coupons/:code'],
    ...['scans', 'stamp-ranges/:epoch/:range', 'stamp-reports'],
    ...['people/sign-in', 'people/links', 'people/links/use', 'people/invitations/look'],
    ...['people/invitations/accept', 'people/session', 'people/sign-out', 'people/password', 'people/orders'],
    ...['desk/parcels', 'desk/parcels/:orderId', 'desk/parcels/:orderId/packed'],
    ...['desk/parcels/:orderId/handed-over', 'desk/parcels/:orderId/slip'],
  ].map((path) => [`/site/${path}`, 'site'] as const),
];

/** What stands behind a class for one path; null where the path stands nowhere. */
export function medusaClassOf(path: string): MedusaClass | null {
  const line = medusaTable.find(([pattern]) =>
    pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );
  return line?.[1] ?? null;
}

/**
 * What the site, with its right key, is answered about an order of producer A and buyer A, for each person who may
 * be signed in. 401: nobody is signed in. 404: it is not hers, or there is no such thing; nobody is told which.
 */
export const sessionTable: readonly (readonly [
  method: 'GET' | 'POST',
  path: string,
  answers: Record<'anonymous' | 'buyerA' | 'buyerB' | 'producerA' | 'producerB' | 'wrongKey', number>,
])[] = [
  ['GET', '/site/people/session', answers(200, 200, 200, 200)],
  ['GET', '/site/people/orders', answers(200, 200, 404, 404)],
  ['GET', '/site/desk/parcels', answers(200, 200, 200, 200)],
  ['GET', '/site/desk/parcels/:orderId', answers(404, 404, 200, 404)],
  ['GET', '/site/desk/parcels/:orderId/slip', answers(404, 404, 200, 404)],
  ['POST', '/site/desk/parcels/:orderId/packed', answers(404, 404, 200, 404)],
  ['POST', '/site/desk/parcels/:orderId/handed-over', answers(404, 404, 200, 404)],
  // An empty request: refused for its shape, once it is known who asks.
  ['POST', '/site/people/password', answers(400, 400, 400, 400)],
  ['POST', '/site/people/sign-out', answers(400, 400, 400, 400)],
];

function answers(buyerA: number, buyerB: number, producerA: number, producerB: number) {
  return { anonymous: 401, buyerA, buyerB, producerA, producerB, wrongKey: 401 };
}

/** To whom the site answers otherwise than to anybody: led to the sign-in (303) is whoever is not signed in. */
export const siteTable: Readonly<Record<string, Record<ActorName, number>>> = {
  '/tai-khoan': seen({ buyers: 200, producerA: 200, producerB: 200 }),
  '/nha-san-xuat': seen({ buyers: 404, producerA: 200, producerB: 200 }),
  '/nha-san-xuat/{order}': seen({ buyers: 404, producerA: 200, producerB: 404 }),
  '/nha-san-xuat/{order}/phieu': seen({ buyers: 404, producerA: 200, producerB: 404 }),
  // Whoever is signed in has no need of it, and is led on.
  '/dang-nhap': { ...everybody(200), buyerA: 303, buyerB: 303, producerA: 303, producerB: 303 },
  '/don-hang/{token}': everybody(200),
  '/don-hang/{token}/vietqr.png': everybody(404),
  // The address of a receipt is none of a card's.
  '/thanh-toan/the/{token}': everybody(404),
  '/hooks/payment/{service}': everybody(415),
  '/metrics': everybody(404),
  '/healthz': everybody(200),
  '/readyz': everybody(200),
};

function everybody(status: number): Record<ActorName, number> {
  return {
    ...{ anonymous: status, buyerA: status, buyerB: status, producerA: status, producerB: status },
    ...{ staff: status, wrongKey: status },
  };
}

function seen({ buyers, ...producers }: { buyers: number; producerA: number; producerB: number }) {
  return { anonymous: 303, buyerA: buyers, buyerB: buyers, ...producers, staff: 303, wrongKey: 303 };
}
