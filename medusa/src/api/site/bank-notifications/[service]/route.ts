import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { bankServices, type BankNotification, type NotificationOutcome } from '@ocop/contract/bank-transfers';
import { bankTransfers } from '../../../../payment/bank-transfers.ts';
import { takeCardNotice } from '../../../../payment/card-notices.ts';
import { takeTransfers } from '../../../../payment/settle.ts';
import { readers } from '../../../../payment/sources/index.ts';

/**
 * What a service that reads the seller's account, or takes cards for it, told the site. Answers once it is kept: nothing of it is lost from
 * then on, however often it is told again.
 */
export async function POST(req: MedusaRequest<BankNotification>, res: MedusaResponse): Promise<void> {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER);
  const answer = (outcome: NotificationOutcome) => res.json({ outcome });
  const { headers, body } = req.validatedBody;
  const told = { headers, body: Buffer.from(body, 'base64'), at: new Date() };
  if (req.params.service === 'stripe') {
    const { outcome, work } = await takeCardNotice(req.scope, told);
    if (outcome !== 'taken') logger.warn(`A notification of stripe was not taken: ${outcome}.`);
    answer(outcome);
    await work?.();
    return;
  }
  const service = bankServices.find((one) => one === req.params.service);
  if (!service) return void answer('off');
  const reading = readers[service](told, bankTransfers(req.scope).secrets);
  if (reading.outcome !== 'taken') {
    logger.warn(`A notification of ${service} was not taken: ${reading.outcome}.`);
    return void answer(reading.outcome);
  }
  const known = await takeTransfers(req.scope, reading.notices);
  if (known > 0) logger.info(`${service} told of ${known} transfers.`);
  answer('taken');
}
