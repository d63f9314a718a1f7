import type { APIRoute } from 'astro';
import { webRequest } from '../../../http/client-address.ts';
import { answerBankNotification } from '../../../shop/payment/bank-notification.server.ts';

export const prerender = false;

/** What banks' services tell of transfers to the seller's account. */
export const POST: APIRoute = ({ params, request, clientAddress }) =>
  answerBankNotification(request, params.service ?? '', webRequest(request, clientAddress));
