import { ModuleProvider, Modules } from '@medusajs/framework/utils';
import { StoreFiles } from './store-files.ts';

export default ModuleProvider(Modules.FILE, { services: [StoreFiles] });
