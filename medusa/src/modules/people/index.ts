import { Module } from '@medusajs/framework/utils';
import { PeopleService } from './service.ts';

/** The name the service is resolved by in Medusa's container. */
export const PEOPLE = 'people';

export default Module(PEOPLE, { service: PeopleService });
