import { createHmac, randomUUID } from 'node:crypto';
import type { Scan } from '@ocop/contract/scan';
import { provinceOfIso } from '@ocop/rules/place/province';
import type { StampStatus, StampQuery } from '@ocop/rules/stamps/stamp-status';
import type { StampLink } from '@ocop/rules/stamps/stamp-link';
import { isCutOff } from '@ocop/rules/stamps/stamp-keys';
import { siteEnv } from '../../config/env.ts';
import { ownHosts } from '../../config/own-hosts.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import type { Result } from '../../medusa-client/result.ts';
import { fetchRange } from '../../medusa-client/stamp-routes.ts';
import type { ProductCard } from '../../record/card.ts';
import { readCard, slugForGtin } from '../../record/snapshot.server.ts';
import { scanSpool } from '../scan-spool/scan-spool.server.ts';
import type { ScanSpool } from '../scan-spool/scan-spool.ts';
import { createBatchLoader } from './batch-loader.ts';
import { lookupStamps } from './stamp-lookup.server.ts';
import { networkToken } from './network-token.ts';
import { isRepeat, RecentLooks } from './recent-looks.ts';
import { readTypedCode } from '../link/typed-code.ts';
import type { TypedCode } from '../link/typed-code.ts';
import { isIssued, stampVerdict } from './verdict.ts';
import type { StampVerdict } from './verdict.ts';
import { verifyLink } from './verified-codes.ts';
import { deviceToken, isAutomated, visitorOf } from '../../http/client.ts';
import { clientRegion } from '../../http/client-address.ts';
import type { ClientRequest } from '../../http/client-address.ts';
import { countRequest } from '../../http/rate-limits.ts';

/**
 * What is known of one stamp after verifying it. Code, GTIN, answer and card only where the code is one of
 * ours. `scans` are those recorded, with this one added; null when the history could not be looked up.
 */
export interface VerifyOutcome {
  verdict: StampVerdict;
  /** The printed form of the code, `null` when it is none. */
  code: string | null;
  /** GTIN-14. */
  gtin: string | null;
  /** The signature of form O, `null` in form S. */
  signature: string | null;
  answer: StampStatus | null;
  scans: { count: number; firstAt: string } | null;
  card: ProductCard | null;
}

/**
 * Verifies one stamp. The code is checked here, without any I/O; only a right code is looked up in the
 * database for state, lot and scans, in one batch with other requests of the moment. A person's scan is
 * written to the spool before it is answered and counts for whoever scans next; a program's is not, nor a
 * second look by the same device that the database would not count.
 */
export async function verifyStamp(link: StampLink, request: ClientRequest): Promise<VerifyOutcome> {
  const keyring = siteEnv().STAMP_KEYS;
  if (!keyring) return bare('no-keys');
  const verification = verifyLink(keyring, link);
  if (!verification.ok) return bare(verification.reason);

  const { epoch, position } = verification;
  const visitor = visitorOf(request);
  const people = !isAutomated(visitor);
  const device = people ? deviceToken(deviceKey(), epoch, position, visitor) : null;
  const scan = {
    id: randomUUID(),
    epoch,
    ...position,
    device,
    at: new Date().toISOString(),
    network: networkToken(deviceKey(), epoch, position, visitor),
    province: provinceOfIso(clientRegion(request)),
  };
  const spool = scanSpool();
  const looked = people ? await lookUpAndKeep(scan, spool) : null;

  const answer = looked?.ok ? looked.data : null;
  if (answer?.scans.seenLately) spool.pending.markRepeat(scan.id);
  const verdict = stampVerdict(
    verification,
    looked,
    answer !== null && isCutOff(keyring, epoch, answer.activatedAt),
  );
  if (!isIssued(verdict)) return bare(verdict);

  const { gtin, signature } = link;
  return {
    verdict,
    code: verification.code,
    gtin,
    signature,
    answer,
    scans: answer && spool.pending.countWith(answer.scans, scan),
    card: await cardOf(answer, gtin),
  };
}

/**
 * The card of a stamp's product: of its lot, else of its order, else of its GTIN. Each by its id, and
 * where a row has none, or this site was built before the product had one, by its name.
 */
async function cardOf(answer: StampStatus | null, gtin: string | null): Promise<ProductCard | null> {
  const named = answer?.lot ?? answer;
  if (named === null) return byName(gtin && (await slugForGtin(gtin)));
  return (await byName(named.productId)) ?? byName(named.product);
}

function byName(name: string | null | undefined): Promise<ProductCard | null> {
  return name ? readCard(name) : Promise.resolve(null);
}

/**
 * Reads a typed code with this site's keys; `no-keys` when it has none. A network that asked Medusa
 * too often is asked for the GTIN (`need-gtin`): with it a right code is answered without Medusa.
 */
export async function readTyped(
  typed: string,
  gtin: string,
  client: ClientRequest,
): Promise<TypedCode | { kind: 'no-keys' }> {
  const keyring = siteEnv().STAMP_KEYS;
  if (!keyring) return { kind: 'no-keys' };
  const reader = {
    keyring,
    ownHosts: ownHosts(siteEnv()),
    lookUp: async (epoch: string, range: number) =>
      countRequest('lotQueries', client).limited ? null : fetchRange(medusa(), epoch, range),
    mayReadOn: () => !countRequest('codeReadings', client).limited,
  };
  return readTypedCode(reader, typed, gtin);
}

const recentLooks = new RecentLooks();

/**
 * Looks a stamp up and takes the scan into the spool, both at the same time; a second look of a device is
 * looked up first, and no scan is kept of it where the database has counted the first: it would be sent
 * only to be left out.
 */
async function lookUpAndKeep(scan: Scan, spool: ScanSpool): Promise<Result<StampStatus | null>> {
  const { epoch, range, index, device, at } = scan;
  const lookup = lookupStamp({ epoch, range, index, device, at });
  const lookedBefore = device !== null && recentLooks.note(device);
  if (lookedBefore && isRepeat(await lookup, at)) return lookup;
  const [looked] = await Promise.all([lookup, spool.add(scan)]);
  return looked;
}

/** Stamps of one database query. */
const MAX_BATCH = 500;

let loader: ((query: StampQuery) => Promise<Result<StampStatus | null>>) | undefined;

function lookupStamp(query: StampQuery): Promise<Result<StampStatus | null>> {
  loader ??= createBatchLoader(lookupStamps, MAX_BATCH);
  return loader(query);
}

function bare(verdict: StampVerdict): VerifyOutcome {
  return {
    verdict,
    code: null,
    gtin: null,
    signature: null,
    answer: null,
    scans: null,
    card: null,
  };
}

let cachedDeviceKey: string | undefined;

/** A key of its own, so that tokens tell nothing about the secret shared with Medusa. */
function deviceKey(): string {
  if (cachedDeviceKey !== undefined) return cachedDeviceKey;
  const secret = siteEnv().SITE_KEY ?? siteEnv().RECEIPT_SECRET ?? '';
  cachedDeviceKey = createHmac('sha256', secret).update('scan device key 1').digest('base64url');
  return cachedDeviceKey;
}
