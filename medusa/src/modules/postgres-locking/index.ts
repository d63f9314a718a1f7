import { ModuleProvider, Modules } from '@medusajs/framework/utils';
import { PostgresLeases } from './service.ts';

export default ModuleProvider(Modules.LOCKING, { services: [PostgresLeases] });
