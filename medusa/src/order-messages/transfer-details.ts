import type { MedusaContainer } from '@medusajs/framework/types';

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

/** Tells how an order is paid by transfer; null where that is not known, and the message sends to the order's page. */
export type FindTransferDetails = (
  container: MedusaContainer,
  order: { id: string; code: string; total: number },
) => Promise<TransferDetails | null>;

/** The shop's account: given where bank transfers are set up, and told in messages from then on. */
export const findTransferDetails: FindTransferDetails = () => Promise.resolve(null);
