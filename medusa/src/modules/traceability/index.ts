import { Module } from '@medusajs/framework/utils';
import { TraceabilityService } from './service.ts';

/** The name the traceability service is resolved by in Medusa's container. */
export const TRACEABILITY = 'traceability';

export default Module(TRACEABILITY, { service: TraceabilityService });
