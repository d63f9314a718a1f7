import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';

/** What stamps are built and printed with: the keys, and the site's address in the QR code. */
export interface StampSettings {
  keyring: StampKeyring;
  siteUrl: string;
}

/** Options of the module, given in medusa-config.ts. */
export interface TraceabilityOptions {
  /** Null on a server that was not given both STAMP_KEYS and SITE_URL; it issues no stamps. */
  stamps: StampSettings | null;
  /** Origin of the public site, with which identifiers of lots without a GTIN begin. */
  siteOrigin: string;
  /** Every host that is the public site: an address on any other is somebody else's. */
  ownHosts: readonly string[];
  /** From so many times higher or lower on, a new price is held until staff keep it. */
  priceJump: number;
}
