import type { APIRoute } from 'astro';
import { webRequest } from '../../../../http/client-address.ts';
import { medusa } from '../../../../medusa-client/medusa.server.ts';
import { lotEventsAnswer } from '../../../../digital-link/lot-events.server.ts';

export const prerender = false;

/** The public history of a lot: EPCIS 2.0 in JSON-LD, readable from any page. */
export const GET: APIRoute = ({ params, request, clientAddress }) =>
  lotEventsAnswer(medusa(), params.lot ?? '', webRequest(request, clientAddress));
