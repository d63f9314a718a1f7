import { ModuleProvider, Modules } from '@medusajs/framework/utils';
import { StaffPasswords } from './staff-passwords.ts';

export default ModuleProvider(Modules.AUTH, { services: [StaffPasswords] });
