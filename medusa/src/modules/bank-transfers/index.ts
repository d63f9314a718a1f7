import { Module } from '@medusajs/framework/utils';
import { BankTransferService } from './service.ts';

/** The name the service is resolved by in Medusa's container. */
export const BANK_TRANSFERS = 'bankTransfers';

export default Module(BANK_TRANSFERS, { service: BankTransferService });
