import type { MedusaRequest } from '@medusajs/framework/http';
import { clientAddressReader, networkOf, nodeRequest } from '@ocop/rules/network/client-address';
import { parseProxies } from '@ocop/rules/network/trusted-proxies';

const { TRUSTED_PROXIES = '', CLIENT_ADDRESS_HEADER } = process.env;
// Both were checked when the server started: env.ts.
const reader = clientAddressReader({
  TRUSTED_PROXIES: parseProxies(TRUSTED_PROXIES) ?? undefined,
  CLIENT_ADDRESS_HEADER: CLIENT_ADDRESS_HEADER?.toLowerCase(),
  REGION_HEADER: undefined,
});

/** The network a request comes from, by the proxies this server trusts. */
export const networkOfRequest = (req: MedusaRequest) => networkOf(reader.address(nodeRequest(req)));
