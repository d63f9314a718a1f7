import { receiptToken } from '@ocop/rules/receipt-token';
import { siteEnv } from '../../config/env.ts';

/** The token of an order's receipt, `null` when this site has no receipt secret. */
export function receiptOfOrder(orderId: string): string | null {
  const secret = siteEnv().RECEIPT_SECRET;
  return secret ? receiptToken(secret, orderId) : null;
}
