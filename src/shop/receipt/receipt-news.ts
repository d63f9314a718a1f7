import { formatDong } from '@ocop/rules/money';
import { newsOf, type OrderState } from '@ocop/rules/order-state';
import type { PayWay } from '@ocop/rules/payment/order-money';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';

/** What a receipt says of its order before anything else. */
export interface ReceiptNews {
  tone: 'good' | 'bad';
  title: string;
  /** Sentences of what to expect and of the money. */
  rest: string;
}

/** What of an order bears on what is told first. Amounts in đồng. */
export interface ToldOrder {
  status: 'placed' | 'canceled';
  /** Not told by a Medusa of an earlier release: then no more is known than whether it was cancelled. */
  state?: OrderState | undefined;
  refunded?: number | undefined;
  payment?: PayWay | undefined;
  /** False where paying (again) would be wrong, though the order is not marked as paid: money came, or may have. */
  toPay?: boolean | undefined;
  total: number;
}

/** The words follow the order: nobody is told to wait for a call or to pay once that is over. */
export function receiptNews(order: ToldOrder, lang: Lang): ReceiptNews {
  const messages = dictionary(lang).order.receipt;
  const state =
    order.state ??
    ({
      ...{ canceled: order.status === 'canceled', delivery: 'placed', partly: false, payment: 'due' },
    } as OrderState);
  const news = newsOf(state);
  const awaited = order.toPay === false ? 'held' : order.payment === 'card' ? 'awaited-card' : 'awaited';
  const isAwaited = news === 'placed' && state.payment === 'awaited';
  const [title, next] = messages.news[isAwaited ? awaited : news] as [string, string];
  return {
    tone: news === 'canceled' ? 'bad' : 'good',
    title,
    rest: [next, money(state, order, lang)].filter(Boolean).join(' '),
  };
}

function money(state: OrderState, { total, refunded = 0 }: ToldOrder, lang: Lang): string {
  const words = dictionary(lang).order.receipt.money;
  if (refunded > 0) return words.refunded(formatDong(refunded, lang));
  if (state.payment === 'paid') return words.paid(formatDong(total, lang));
  // Whoever has the goods has paid the courier, even where nobody has noted it yet.
  const over = state.canceled || (state.delivery === 'delivered' && !state.partly);
  return over || state.payment !== 'due' ? '' : words.due(formatDong(total, lang));
}
