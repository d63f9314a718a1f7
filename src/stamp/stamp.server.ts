import { createHmac } from 'node:crypto';
import { toGtin14 } from '@ocop/rules/gs1';
import { verifyStampCode } from '@ocop/rules/stamp-code';
import { siteEnv } from '../config/env.ts';
import { medusa } from '../medusa-client/medusa.server.ts';
import { failure } from '../medusa-client/result.ts';
import type { Result } from '../medusa-client/result.ts';
import { fetchRange } from '../medusa-client/site-routes.ts';
import type { ScanAnswer } from '../medusa-client/site-routes.ts';
import type { ProductCard } from '../record/card.ts';
import { readCard, slugForGtin } from '../record/snapshot.server.ts';
import { noteScan } from './scans.server.ts';
import { readTypedCode } from './typed-code.ts';
import type { TypedCode } from './typed-code.ts';
import { isIssued, stampVerdict } from './verdict.ts';
import type { StampVerdict } from './verdict.ts';
import { deviceToken, isAutomated, visitorOf } from './visitor.ts';

/** Everything a stamp page shows. Product and answer only where the code is one of ours. */
export interface StampLook {
  verdict: StampVerdict;
  /** The printed form of the code, `null` when it is none. */
  code: string | null;
  gtin14: string | null;
  answer: ScanAnswer | null;
  card: ProductCard | null;
}

/**
 * Looks at one stamp: the code is verified here without asking anybody; only a right code is taken
 * to Medusa, which notes the scan and tells state, lot and history. People's looks are noted,
 * programs' are not.
 * @param gtin from the path, `null` on the path without one
 * @param address the peer's network address
 */
export async function lookAtStamp(
  code: string,
  gtin: string | null,
  request: Request,
  address: string,
): Promise<StampLook> {
  const keyring = siteEnv().STAMP_KEYS;
  if (!keyring) return bare('no-keys');
  const verification = verifyStampCode(keyring, code, gtin);
  if (!verification.ok) return bare(verification.reason);

  const visitor = visitorOf(request, address);
  const { epoch, position } = verification;
  const answered = isAutomated(visitor)
    ? null
    : await settle(
        noteScan({ epoch, ...position, device: deviceToken(deviceKey(), epoch, position, visitor) }),
      );
  const verdict = stampVerdict(verification, answered);
  if (!isIssued(verdict)) return bare(verdict);

  const answer = answered?.ok ? answered.data : null;
  const slug = answer?.lot?.product ?? (gtin === null ? null : await slugForGtin(gtin));
  return {
    verdict,
    code: verification.code,
    gtin14: gtin === null ? null : toGtin14(gtin),
    answer,
    card: slug === null ? null : await readCard(slug),
  };
}

/** Reads a typed code with this site's keys; `no-keys` when it has none. */
export async function readTyped(typed: string, gtin: string): Promise<TypedCode | { kind: 'no-keys' }> {
  const keyring = siteEnv().STAMP_KEYS;
  if (!keyring) return { kind: 'no-keys' };
  return readTypedCode(keyring, typed, gtin, (epoch, range) => fetchRange(medusa(), epoch, range));
}

function bare(verdict: StampVerdict): StampLook {
  return { verdict, code: null, gtin14: null, answer: null, card: null };
}

/** Keeping a scan on disk may fail; the page about a right code must not. */
async function settle(answer: Promise<Result<ScanAnswer>>): Promise<Result<ScanAnswer>> {
  try {
    return await answer;
  } catch {
    return failure('server');
  }
}

/** A key of its own, so that tokens tell nothing about the secret shared with Medusa. */
function deviceKey(): string {
  const secret = siteEnv().SITE_KEY ?? siteEnv().RECEIPT_SECRET ?? '';
  return createHmac('sha256', secret).update('scan device key 1').digest('base64url');
}
