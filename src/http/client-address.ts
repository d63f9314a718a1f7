/** The client of a request to the site, by the site's own settings. */
import {
  clientAddressReader,
  networkOf,
  type ClientAddressReader,
  type ClientRequest,
} from '@ocop/rules/network/client-address';
import { siteEnv } from '../config/env.ts';

export { nodeRequest, type ClientRequest } from '@ocop/rules/network/client-address';

/** A request inside Astro; `clientAddress` of an Astro page is the peer's address. */
export function webRequest(request: Request, peer: string): ClientRequest {
  return { method: request.method, peer, header: (name) => request.headers.get(name) ?? '' };
}

let remembered: ClientAddressReader | undefined;

function siteReader(): ClientAddressReader {
  remembered ??= clientAddressReader(siteEnv());
  return remembered;
}

/** The client's address by the settings of this site. */
export function clientAddress(request: ClientRequest): string {
  return siteReader().address(request);
}

/** Where the network in front says the client is, as it wrote it; '' where it says nothing. */
export function clientRegion(request: ClientRequest): string {
  return siteReader().region(request);
}

/** The client's network: what rate limits count by. */
export function clientNetwork(request: ClientRequest): string {
  return networkOf(clientAddress(request));
}
