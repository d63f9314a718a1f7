import type { PlainDate } from '@ocop/rules/date';
import { formatDate } from '@ocop/rules/date';
import { telAddress } from '@ocop/rules/phone';
import { isSameAddress } from '@ocop/rules/place/same-address';
import { standingOn } from '@ocop/rules/certificate/standing';
import { placeLine } from '@ocop/rules/place/place-line';
import { decisionTold, standingMessages } from '../../catalogue/certificate/standing-messages.ts';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { ProductCard } from '../../record/card.ts';
import type { Commune, Province } from '../../record/types.ts';
import { paths } from '../../i18n/paths.ts';

/** Stars as they stand on one day. `badge` only where the rules allow one; else text alone. */
export interface StarsView {
  badge: { stars: number; label: string } | null;
  state: { label: string; good: boolean } | null;
  /** Decision and its day, or why there are no stars; complete by itself. */
  sentence: string;
  decisionHref: string | null;
  /** Goes on from the sentence: issuer, and until when the certificate runs. May be empty. */
  more: string;
  asOf: string;
}

/** Who made it. `tel` and `phone` are null where the record has no number. */
export interface MakerView {
  name: string;
  href: string;
  phone: string | null;
  tel: string | null;
  /** As on the label; null where today's names say the same. */
  printed: string | null;
  current: string;
  /** Says that today's unit still needs confirming, null where it does not. */
  doubt: string | null;
}

/** What a stamp page says of a product, whichever of its stamps is read: the same for a whole day. */
export interface ProductView {
  name: string;
  href: string;
  stars: StarsView;
  maker: MakerView | null;
  onSale: boolean;
  sample: boolean;
}

/**
 * The product of a card in one language on one day.
 * @param units today's units of the producer's address, null where unknown
 */
export function productView(
  card: ProductCard,
  units: { province: Province | null; commune: Commune | null },
  lang: Lang,
  today: PlainDate,
): ProductView {
  const { product, offer } = card;
  return {
    name: product.name[lang],
    href: paths(lang).product(product.slug),
    stars: starsView(card, lang, today),
    maker: makerView(card, units, lang),
    onSale: (offer?.packs.length ?? 0) > 0,
    sample: product.sample || (offer?.sample ?? false),
  };
}

function starsView(card: ProductCard, lang: Lang, today: PlainDate): StarsView {
  const standing = standingOn(card.recognitions, card.product.reported, today);
  const messages = dictionary(lang).certificate;
  const { sentence, detail } = standingMessages(standing, lang);
  const proven = standing.kind === 'recognised' || standing.kind === 'lapsed' ? standing : null;
  const decision = decisionTold(standing);
  return {
    badge:
      standing.kind === 'recognised'
        ? { stars: standing.stars, label: messages.badge(standing.stars) }
        : null,
    state: proven && { label: messages.state[proven.state], good: proven.state === 'valid' },
    sentence,
    decisionHref: decision && paths(lang).decision(decision.key),
    more: [
      decision && `${standing.kind === 'recognised' ? ',' : ''} ${decision.issuer.name[lang]}.`,
      detail && ` ${detail}`,
    ]
      .filter(Boolean)
      .join(''),
    asOf: `${messages.asOf(formatDate(today, lang))}.`,
  };
}

function makerView(
  { producer }: ProductCard,
  { province, commune }: { province: Province | null; commune: Commune | null },
  lang: Lang,
): MakerView | null {
  if (!producer) return null;
  const messages = dictionary(lang).site.address;
  const { printed, current } = producer.address;
  const place = { detail: current?.detail, commune, province };
  const today = placeLine(place, lang) || messages.unknown;
  // The paper is in Vietnamese, in whatever language the page is.
  const isSame = isSameAddress(printed ?? '', placeLine(place, 'vi'));
  return {
    name: producer.name[lang],
    href: paths(lang).producer(producer.slug),
    phone: producer.phone,
    tel: producer.phone && telAddress(producer.phone),
    // What is not known is not told twice either.
    printed: isSame ? null : (printed ?? messages.unknown),
    current: today,
    doubt: current?.status === 'needs-confirmation' ? messages.needsConfirmation : null,
  };
}
