import { createHmac } from 'node:crypto';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import { networkOf } from '@ocop/rules/network/client-address';
import type { Visitor } from '../../http/client.ts';

/**
 * An opaque token that is the same for every reader of one stamp in one network neighbourhood (/24 of
 * IPv4, /48 of IPv6), and differs between stamps. It bounds what one place can do to a stamp's suspicion
 * (docs/suspicion.md); it says less of a reader than the device token, which contains the same network.
 * @param key a secret of this site
 * @returns 22 characters; null where the address is not known
 */
export function networkToken(
  key: string,
  epoch: string,
  position: StampPosition,
  visitor: Visitor,
): string | null {
  const network = networkOf(visitor.address);
  if (network === '') return null;
  return createHmac('sha256', key)
    .update(['scan network', epoch, position.range, position.index, network].join('\0'))
    .digest('base64url')
    .slice(0, 22);
}
