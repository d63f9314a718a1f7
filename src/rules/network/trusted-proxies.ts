import { isIPv4, isIPv6 } from 'node:net';

export const proxiesExpected =
  'addresses or networks of the proxies in front, separated by commas, like 10.0.0.5, 173.245.48.0/20, 2400:cb00::/32; never the whole internet (/0)';

/**
 * Reads TRUSTED_PROXIES: addresses and networks in CIDR notation. A network of everything is refused:
 * then every client would be believed whatever it writes of itself.
 * @returns null for text that is no such list
 */
export function parseProxies(text: string): readonly string[] | null {
  const networks = text
    .split(',')
    .map((network) => network.trim())
    .filter((network) => network !== '');
  return networks.length > 0 && networks.every(isNetwork) ? networks : null;
}

function isNetwork(network: string): boolean {
  const [address = '', prefix, ...more] = network.split('/');
  const bits = isIPv4(address) ? 32 : isIPv6(address) && !address.includes('%') ? 128 : 0;
  if (bits === 0 || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits);
}
