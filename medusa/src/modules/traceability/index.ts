import { Module } from '@medusajs/framework/utils';
import { TRACEABILITY, TraceabilityService } from './service.ts';

export { TRACEABILITY };

export default Module(TRACEABILITY, { service: TraceabilityService });
