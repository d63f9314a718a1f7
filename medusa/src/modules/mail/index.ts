import { ModuleProvider, Modules } from '@medusajs/framework/utils';
import { Mail } from './mail.ts';

export default ModuleProvider(Modules.NOTIFICATION, { services: [Mail] });
