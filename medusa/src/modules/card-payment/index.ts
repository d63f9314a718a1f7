import { ModuleProvider, Modules } from '@medusajs/framework/utils';
import { CardPayment } from './provider.ts';

export default ModuleProvider(Modules.PAYMENT, { services: [CardPayment] });
