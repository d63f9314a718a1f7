import { ModuleProvider, Modules } from '@medusajs/framework/utils';
import { MemberPasswords } from './member-passwords.ts';

export default ModuleProvider(Modules.AUTH, { services: [MemberPasswords] });
