import { Module } from '@medusajs/framework/utils';
import { ProducerStatementsService } from './service.ts';

/** The name the service is resolved by in Medusa's container. */
export const PRODUCER_STATEMENTS = 'producerStatements';

export default Module(PRODUCER_STATEMENTS, { service: ProducerStatementsService });
