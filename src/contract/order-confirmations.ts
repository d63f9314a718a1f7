/**
 * Staff confirm an order by telephone: `GET` and `POST /admin/order-confirmations/{orderId}`, 404 for one that needs
 * no confirmation, 409 for one that does not wait for it any more; `GET /admin/order-confirmations`, those that wait.
 */
import type { ConfirmationReason } from '@ocop/rules/order-confirmation';

/** What came of it: see the model of the same name in medusa. Moments ISO 8601. */
export interface ConfirmationAnswer {
  orderId: string | null;
  reasons: ConfirmationReason[];
  dueAt: string;
  state: 'awaited' | 'confirmed' | 'released' | 'ended';
  /** Id of the member of staff; null where time or packing decided. */
  decidedBy: string | null;
  decidedAt: string | null;
}
