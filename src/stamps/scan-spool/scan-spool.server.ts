import { join } from 'node:path';
import { readEnv } from '../../config/env.ts';
import { medusaAddress } from '../../medusa-client/medusa.server.ts';
import { postScans } from '../../medusa-client/scan-route.ts';
import { ScanSpool } from './scan-spool.ts';
import type { SpoolStatus } from './spool-status.ts';

let opened: ScanSpool | undefined;

/** The spool of the running site, in `DATA_DIR/scans`. One in a process: the build's, see astro-entry.ts. */
export function scanSpool(): ScanSpool {
  opened ??= new ScanSpool({
    dir: join(readEnv().DATA_DIR, 'scans'),
    post: (scans) => postScans(medusaAddress(), scans),
  });
  return opened;
}

/** To be called when the server starts: what an earlier process left must not wait for the next scan. */
export function startScanDelivery(): void {
  scanSpool().start();
}

/** For health checks and metrics. */
export function spoolStatus(): SpoolStatus {
  return scanSpool().status();
}
