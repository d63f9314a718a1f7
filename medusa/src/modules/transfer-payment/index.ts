import { ModuleProvider, Modules } from '@medusajs/framework/utils';
import { TransferPayment } from './provider.ts';

export default ModuleProvider(Modules.PAYMENT, { services: [TransferPayment] });
