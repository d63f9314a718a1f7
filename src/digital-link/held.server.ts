import { buildDigitalLink } from '@ocop/rules/digital-link/build-digital-link';
import type { DigitalLink } from '@ocop/rules/digital-link/digital-link';
import type { AiElement } from '@ocop/rules/digital-link/element-string';
import { verifyStampCode } from '@ocop/rules/stamps/stamp-code';
import { parseStampLink, signedCodeOf } from '@ocop/rules/stamps/stamp-link';
import { verifySignedStamp } from '@ocop/rules/stamps/stamp-signing';
import { siteEnv } from '../config/env.ts';
import type { ClientRequest } from '../http/client-address.ts';
import { countRequest } from '../http/rate-limits.ts';
import { fetchLotProduct } from '../medusa-client/lot-routes.ts';
import { medusa } from '../medusa-client/medusa.server.ts';
import { readCard, slugForGtin } from '../record/snapshot.server.ts';
import { lotLevel, stampLevel, tradeItemLevel, type LinkLevel } from './links.ts';

/**
 * The levels of what is held; or that the client asked too much for now; or, where `retryAfterSeconds` is
 * null, that the link names a serial which is no stamp of ours.
 */
export type Held = { ok: true; levels: LinkLevel[] } | { ok: false; retryAfterSeconds: number | null };

/**
 * What this site holds for a Digital Link, from the most special level to the trade item; empty
 * when the trade item is unknown. A lot that is not held adds no level and takes none away: the trade
 * item is still known. A serial that is no stamp of ours takes all: every link of the trade item would
 * speak for a thing that says it is another. Where Medusa is away a lot counts as not held.
 *
 * Serials that are no stamp of ours count as wrong codes, or a guesser would ask here instead of at
 * the stamp page; lots count because Medusa is asked. A client beyond either limit is told nothing.
 */
export async function levelsFor(link: DigitalLink, client: ClientRequest): Promise<Held> {
  const { key, qualifiers } = link;
  const slug = key.ai === '01' ? await slugForGtin(key.value) : null;
  const card = slug === null ? null : await readCard(slug);
  if (!card) return { ok: true, levels: [] };
  const levels: LinkLevel[] = [];
  const stamp = stampOf(link);
  if (stamp) {
    const { stem, code } = stamp;
    levels.push(stampLevel(pathOf(stem, [key, { ai: '21', value: code }]), card, code));
  }
  if (!stamp && serialIn(link) !== null) {
    const { limited, retryAfterSeconds } = countRequest('wrongCodes', client);
    return { ok: false, retryAfterSeconds: limited ? retryAfterSeconds : null };
  }
  const lot = valueOf(qualifiers, '10');
  if (lot !== null && slug !== null) {
    const { limited, retryAfterSeconds } = countRequest('lotQueries', client);
    if (limited) return { ok: false, retryAfterSeconds };
    if (await isHeld(lot, slug)) {
      levels.push(lotLevel(pathOf('', [key, { ai: '10', value: lot }]), card, lot));
    }
  }
  return { ok: true, levels: [...levels, tradeItemLevel(pathOf('', [key]), card)] };
}

/**
 * The stamp of ours an item carries: its code as printed and what stands in front of its link,
 * which is the signature in form O. Null when it is none. Answered from the keys alone.
 */
function stampOf(link: DigitalLink): { stem: string; code: string } | null {
  const { stem, key } = link;
  const serial = serialIn(link);
  const keyring = siteEnv().STAMP_KEYS;
  if (serial === null || !keyring) return null;
  const stamp = parseStampLink(`${stem}/01/${key.value}/21/${encodeURIComponent(serial)}`);
  if (!stamp || stamp.form === 'malformed') return null;
  const verified =
    stamp.form === 'signed'
      ? verifySignedStamp(keyring, signedCodeOf(stamp))
      : verifyStampCode(keyring, stamp.code, stamp.gtin);
  if (!verified.ok) return null;
  return { stem: stamp.signature === null ? '' : `/${stamp.signature}`, code: verified.code };
}

/** The serial the producer gave the thing, or what a third party put in its place. */
function serialIn({ qualifiers }: DigitalLink): string | null {
  return valueOf(qualifiers, '21') ?? valueOf(qualifiers, '235');
}

/** Whether the lot is one of this product: another's history says nothing about these goods. */
async function isHeld(lot: string, slug: string): Promise<boolean> {
  const product = await fetchLotProduct(medusa(), lot);
  return product.ok && product.data === slug;
}

function valueOf(elements: readonly AiElement[], ai: string): string | null {
  return elements.find((element) => element.ai === ai)?.value ?? null;
}

/** Elements of a link that was read are right, so building cannot fail but by a mistake here. */
function pathOf(stem: string, elements: AiElement[]): string {
  const origin = 'https://x';
  const built = buildDigitalLink(origin + stem, elements);
  if (!built.ok) throw new Error(`Cannot build a Digital Link: ${built.message}`);
  return built.value.slice(origin.length);
}
