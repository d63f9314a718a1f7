import { ModuleProvider, Modules } from '@medusajs/framework/utils';
import { MessageWebhook } from './message-webhook.ts';

export default ModuleProvider(Modules.NOTIFICATION, { services: [MessageWebhook] });
