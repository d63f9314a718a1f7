import { randomUUID } from 'node:crypto';
import { scanReceiptSchema, type Scan, type ScanReceipt } from '@ocop/contract/scan';
import { testStack } from './stack.ts';
import type { stampedLot } from './stamped-lot.ts';

/** Stamps to scan. */
export type Range = Pick<Awaited<ReturnType<typeof stampedLot>>, 'epoch' | 'range'>;

/** Posts to a route of Medusa for the site alone. */
export function postToMedusa(
  path: string,
  body: object,
  siteKey = testStack().env.SITE_KEY ?? '',
): Promise<Response> {
  return fetch(`${testStack().medusaUrl}/site/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-site-key': siteKey },
    body: JSON.stringify(body),
  });
}

/** The token of a device nobody had before. */
export const newDevice = () => `device-${randomUUID()}`;

export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** One scan of this moment, from a network nobody else is in, or as `more` says. */
export function scanOf(range: Range, index: number, device: string | null, more: Partial<Scan> = {}): Scan {
  return {
    id: randomUUID(),
    epoch: range.epoch,
    range: range.range,
    index,
    device,
    network: `network-${randomUUID()}`,
    province: null,
    at: new Date().toISOString(),
    ...more,
  };
}

/** Hands anything over as scans. @throws Error where Medusa takes no batch */
export async function handOver(...scans: unknown[]): Promise<ScanReceipt> {
  const answer = await postToMedusa('scans', { scans });
  if (answer.status !== 200) throw new Error(`Scans were answered ${answer.status}: ${await answer.text()}`);
  return scanReceiptSchema.parse(await answer.json());
}

/**
 * Scans of one stamp as its copies all over the country would have them: by ever new people in provinces
 * far apart, eight hours from one to the next.
 */
export function copiedScans(range: Range, index: number): Scan[] {
  return Array.from({ length: 30 }, (_, n) =>
    scanOf(range, index, newDevice(), {
      at: minutesAgo((30 - n) * 480),
      province: ['24', '79', '48', '01'][n % 4] ?? null,
    }),
  );
}

/** Hands scans over of which none is rejected. @returns how many counted */
export async function record(...scans: Scan[]): Promise<number> {
  const { counted, rejected } = await handOver(...scans);
  if (rejected.length > 0) throw new Error(`Scans were rejected: ${JSON.stringify(rejected)}`);
  return counted;
}
