import { createHmac, randomUUID } from 'node:crypto';
import { toGtin14 } from '@ocop/rules/digital-link/gtin';
import { provinceOfIso } from '@ocop/rules/place/province';
import { readSignedUrl } from '@ocop/rules/stamps/signed-code';
import type { SignedCode } from '@ocop/rules/stamps/signed-code';
import type { StampAnswer, StampAsked } from '@ocop/rules/stamps/stamp-status';
import { verifyStampCode } from '@ocop/rules/stamps/stamp-code';
import type { StampVerification } from '@ocop/rules/stamps/stamp-code';
import { isCutOff } from '@ocop/rules/stamps/stamp-keys';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { verifySignedStamp } from '@ocop/rules/stamps/stamp-signing';
import { siteEnv } from '../../config/env.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import type { Result } from '../../medusa-client/result.ts';
import { fetchRange } from '../../medusa-client/stamp-routes.ts';
import type { Scan } from '../../medusa-client/stamp-routes.ts';
import type { ProductCard } from '../../record/card.ts';
import { readCard, slugForGtin } from '../../record/snapshot.server.ts';
import { keepScan, waitingScans } from '../scan-spool/scan-spool.server.ts';
import { sharedAsk } from './batch-loader.ts';
import type { StampAddress } from '../link/stamp-address.ts';
import { askStamps } from './stamp-lookup.server.ts';
import { readTypedCode } from '../link/typed-code.ts';
import type { TypedCode } from '../link/typed-code.ts';
import { isIssued, stampVerdict } from './verdict.ts';
import type { StampVerdict } from './verdict.ts';
import { deviceToken, isAutomated, visitorOf } from '../../http/client.ts';
import { clientRegion } from '../../http/client-address.ts';
import type { ClientRequest } from '../../http/client-address.ts';

/** What a stamp's address claims: the 20 characters of form S, or those of form O. */
export type StampClaim =
  { form: 'tagged'; code: string; gtin: string | null } | { form: 'signed'; code: SignedCode };

/**
 * Everything a stamp page shows. Product and answer only where the code is one of ours. `scans` are
 * those recorded with this look added; null when the history could not be asked.
 */
export interface StampLook {
  verdict: StampVerdict;
  /** The printed form of the code, `null` when it is none. */
  code: string | null;
  gtin14: string | null;
  /** The signature of form O, `null` in form S. */
  signature: string | null;
  answer: StampAnswer | null;
  scans: { count: number; firstAt: string } | null;
  card: ProductCard | null;
}

/**
 * Looks at one stamp: the code is verified here without asking anybody; only a right code is taken
 * to the database for state, lot and history, together with those of other readers of the moment.
 * People's looks are kept on disk before they are answered, and heard of by whoever looks next;
 * programs' are not.
 */
export async function lookAtStamp(claim: StampClaim, request: ClientRequest): Promise<StampLook> {
  const keyring = siteEnv().STAMP_KEYS;
  if (!keyring) return bare('no-keys');
  const verification = verify(keyring, claim);
  if (!verification.ok) return bare(verification.reason);

  const { epoch, position } = verification;
  const visitor = visitorOf(request);
  const people = !isAutomated(visitor);
  const device = people ? deviceToken(deviceKey(), epoch, position, visitor) : null;
  const asked = { epoch, ...position, device };
  const look = { ...asked, id: randomUUID(), at: new Date().toISOString() };
  const [answered] = people
    ? await Promise.all([askStamp(asked), keep({ ...look, province: provinceOfIso(clientRegion(request)) })])
    : [null];

  const answer = answered?.ok ? answered.data : null;
  if (answer && !answer.scans.seenLately) waitingScans.add(look);
  const verdict = stampVerdict(
    verification,
    answered,
    answer !== null && isCutOff(keyring, epoch, answer.activatedAt),
  );
  if (!isIssued(verdict)) return bare(verdict);

  const gtin = claim.form === 'tagged' ? claim.gtin : claim.code.gtin14;
  const slug = answer?.lot?.product ?? answer?.product ?? (gtin && (await slugForGtin(gtin)));
  return {
    verdict,
    code: verification.code,
    gtin14: gtin && toGtin14(gtin),
    signature: claim.form === 'signed' ? claim.code.signature : null,
    answer,
    scans: answer && waitingScans.with(answer.scans, look),
    card: slug ? await readCard(slug) : null,
  };
}

/** Reads a typed code with this site's keys; `no-keys` when it has none. */
export async function readTyped(typed: string, gtin: string): Promise<TypedCode | { kind: 'no-keys' }> {
  const keyring = siteEnv().STAMP_KEYS;
  if (!keyring) return { kind: 'no-keys' };
  return readTypedCode(keyring, typed, gtin, (epoch, range) => fetchRange(medusa(), epoch, range));
}

/** What the path of a stamp's address claims, whatever language stands before it. */
export function claimOf(pathname: string, { code, gtin }: StampAddress): StampClaim {
  const signed = readSignedUrl(siteEnv().SITE_URL + pathname);
  return signed ? { form: 'signed', code: signed } : { form: 'tagged', code, gtin };
}

function verify(keyring: StampKeyring, claim: StampClaim): StampVerification {
  return claim.form === 'tagged'
    ? verifyStampCode(keyring, claim.code, claim.gtin)
    : verifySignedStamp(keyring, claim.code);
}

/** Stamps asked for in one question. */
const MOST_AT_ONCE = 500;

let shared: ((asked: StampAsked) => Promise<Result<StampAnswer | null>>) | undefined;

function askStamp(asked: StampAsked): Promise<Result<StampAnswer | null>> {
  shared ??= sharedAsk(askStamps, MOST_AT_ONCE);
  return shared(asked);
}

/** Keeping a scan on disk may fail; the page about a right code must not. */
async function keep(scan: Scan): Promise<void> {
  try {
    await keepScan(scan);
  } catch {
    // The page can still say all it knows.
  }
}

function bare(verdict: StampVerdict): StampLook {
  return {
    verdict,
    code: null,
    gtin14: null,
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
