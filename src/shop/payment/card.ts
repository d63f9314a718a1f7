import { formatDong } from '@ocop/rules/money';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { Receipt } from '../../medusa-client/site-routes.ts';

/**
 * What asking about a card came to where its order is not paid: `lai` it was not charged and can be tried again;
 * `cho` nobody could say. It chooses words and nothing else: anybody can type it.
 */
const cameBack = ['lai', 'cho'] as const;
export type CameBack = (typeof cameBack)[number];

/** Reads it out of an address. */
export function readCameBack(value: string | null): CameBack | null {
  return cameBack.find((one) => one === value) ?? null;
}

/** What the receipt of an order by card shows of its payment. */
export interface CardView {
  tone: 'good' | 'warn' | 'bad';
  /** What to say of it; null where the order itself says it. */
  text: string | null;
  /** The page to pay on; null where paying (again) would be wrong. */
  payAt: string | null;
  /** Whether it is worth asking again. */
  ask: boolean;
}

/**
 * What a buyer is told of a card, by how far its money came: not charged, and safe to try again; being confirmed, and
 * not to be paid again; not known, and looked for; charged; given back; or a person looks.
 */
export function cardView(
  { card, state }: Pick<Receipt, 'card' | 'state'>,
  back: CameBack | null,
  lang: Lang,
): CardView | null {
  if (!card) return null;
  const messages = dictionary(lang).order.receipt.card;
  const say = (tone: CardView['tone'], text: string | null, rest: Partial<CardView> = {}): CardView => ({
    ...{ tone, text, payAt: null, ask: false },
    ...rest,
  });
  switch (card.money) {
    case 'awaiting':
      if (card.confirming || card.url === null) return say('warn', messages.confirming, { ask: true });
      if (back === 'cho') return say('warn', messages.unknown, { ask: true });
      return say('warn', back === 'lai' ? messages.notCharged : null, { payAt: card.url });
    case 'captured':
      // Once it was booked the order says itself that it is paid, or that it was paid back.
      return state?.payment === 'awaited' || state?.payment === 'due'
        ? say('good', messages.captured(formatDong(card.amount, lang)))
        : say('good', null);
    case 'refunded':
      return say('bad', messages.refunded(formatDong(card.amount, lang)));
    case 'expired':
    case 'cancelled':
      return say('bad', messages.ended);
    default:
      return say('warn', messages.unclear);
  }
}
