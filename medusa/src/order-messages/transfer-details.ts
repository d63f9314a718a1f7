import type { MedusaContainer } from '@medusajs/framework/types';
import { bankOf } from '@ocop/rules/payment/vietqr';
import { toldTransfer } from '../payment/told.ts';

/** What a buyer needs to pay an order by bank transfer. */
export interface TransferDetails {
  /** Name of the bank as people know it. */
  bank: string;
  account: string;
  holder: string;
  /** Whole đồng. */
  amount: number;
  /** What is to be written as the transfer's note, and nothing else: by it the transfer is found. */
  note: string;
}

/**
 * How an order is paid by transfer, as long as it waits for that; null where that is not known, and the message sends
 * to the order's page.
 */
export async function findTransferDetails(
  container: MedusaContainer,
  { id, code }: { id: string; code: string },
): Promise<TransferDetails | null> {
  const transfer = await toldTransfer(container, id);
  const bank = transfer?.money === 'awaiting' ? bankOf(transfer.bin) : null;
  if (!transfer || !bank) return null;
  const { account, holder, amount } = transfer;
  return { bank: bank.name, account, holder, amount, note: code };
}
