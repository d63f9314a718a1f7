import { ModuleProvider, Modules } from '@medusajs/framework/utils';
import { LocalFiles } from './local-files.ts';

export default ModuleProvider(Modules.FILE, { services: [LocalFiles] });
