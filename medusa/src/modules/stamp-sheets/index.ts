import { Module } from '@medusajs/framework/utils';
import { StampSheetsService } from './service.ts';

/** The name the service is resolved by in Medusa's container. */
export const STAMP_SHEETS = 'stampSheets';

export default Module(STAMP_SHEETS, { service: StampSheetsService });
