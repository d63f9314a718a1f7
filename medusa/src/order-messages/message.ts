import { formatMoment } from '@ocop/rules/moment';
import { formatDong } from '@ocop/rules/money';
import type { MessageKind } from '@ocop/rules/order-messages';
import { asHtml, asText, oneLine, type Block } from './layout.ts';
import type { ToldOrder } from './told-order.ts';
import { messageWords } from './words.ts';

/** A message as it is sent: the same in plain text and in HTML. */
export interface OrderMessageContent {
  subject: string;
  text: string;
  html: string;
}

/** Kinds that tell the whole order with its sums; a later one tells what moved. */
const withSums: ReadonlySet<MessageKind> = new Set(['placed', 'awaiting-transfer', 'paid']);
const withLines: ReadonlySet<MessageKind> = new Set(['packed', 'shipped', 'delivered']);

/** Writes one message about an order, in the language it was placed in. */
export function orderMessage(kind: MessageKind, order: ToldOrder): OrderMessageContent {
  const words = messageWords[order.lang];
  const subject = oneLine(words.subject[kind](order.code));
  const blocks: Block[] = [
    ...(order.sample ? [{ kind: 'notice', text: words.sample } as const] : []),
    ...newsOf(kind, order).map((text) => ({ kind: 'paragraph', text }) as const),
    ...(kind === 'awaiting-transfer' || kind === 'transfer-reminder' ? transferOf(order) : []),
    ...(order.receipt === null
      ? []
      : [{ kind: 'link', text: words.receipt, address: order.receipt, hint: words.receiptHint } as const]),
    ...(withSums.has(kind) || withLines.has(kind) ? parcelsOf(order, withSums.has(kind)) : []),
    ...(withSums.has(kind) ? [factsOf(order)] : []),
  ];
  const page = { lang: order.lang, title: words.order(order.code), blocks, why: words.why(order.shop) };
  return { subject, text: asText(page), html: asHtml(page) };
}

/** What happened and what to expect, in sentences. */
function newsOf(kind: MessageKind, order: ToldOrder): string[] {
  const words = messageWords[order.lang];
  const dong = (amount: number) => formatDong(Math.max(0, Math.round(amount)), order.lang);
  const { state, confirmation, due, total, refunded } = order;
  switch (kind) {
    case 'placed':
      return [
        words.says.placed,
        ...(confirmation?.state === 'awaited'
          ? [words.toConfirm(formatMoment(confirmation.dueAt, order.lang))]
          : []),
        ...(due > 0 ? [words.due(dong(due))] : []),
      ];
    case 'awaiting-transfer':
    case 'transfer-reminder':
      return [words.says[kind]];
    case 'paid':
      return [words.says.paid];
    case 'packed':
    case 'shipped': {
      const partly = state.partly && state.delivery === kind;
      return [
        partly ? words.partly[kind] : words.says[kind],
        due > 0 ? words.due(dong(due)) : words.paid(dong(total)),
      ];
    }
    case 'delivered':
      return [words.says.delivered];
    case 'cancelled':
      return [
        confirmation?.state === 'released'
          ? words.canceledUnconfirmed
          : order.canceledByBuyer
            ? words.canceledByBuyer
            : words.says.cancelled,
        ...(refunded > 0
          ? [words.refunded(dong(refunded))]
          : state.payment === 'due'
            ? [words.nothingToPay]
            : []),
      ];
    case 'refunded':
      return [words.refunded(dong(refunded)), words.refundWhen];
  }
}

function transferOf({ lang, transfer }: ToldOrder): Block[] {
  const words = messageWords[lang].transfer;
  if (transfer === null) return [{ kind: 'paragraph', text: words.onPage }];
  return [
    {
      kind: 'facts',
      title: words.title,
      facts: [
        [words.bank, transfer.bank],
        [words.account, transfer.account],
        [words.holder, transfer.holder],
        [words.amount, formatDong(transfer.amount, lang)],
        [words.note, transfer.note],
      ],
    },
    { kind: 'paragraph', text: words.exact },
  ];
}

function parcelsOf({ lang, parcels, discount, shipping, total }: ToldOrder, sums: boolean): Block[] {
  const words = messageWords[lang];
  const dong = (amount: number) => formatDong(Math.max(0, Math.round(amount)), lang);
  const lines = parcels.map(({ producer, lines }): Block => ({
    kind: 'facts',
    title: producer ? words.sender(producer.name) : words.unknownSender,
    facts: lines.map(({ title, quantity, total }) => [`${quantity} × ${title}`, sums ? dong(total) : '']),
  }));
  if (!sums) return lines;
  const sum: Block = {
    kind: 'facts',
    title: '',
    facts: [
      ...(discount ? [[words.discount(discount.code), `−${dong(discount.amount)}`] as const] : []),
      [words.shipping, dong(shipping)],
      [words.total, dong(total)],
    ],
  };
  return [...lines, sum];
}

function factsOf({ lang, placedAt, place }: ToldOrder): Block {
  const words = messageWords[lang];
  const told = place === '' || looksLikeAnAddress(place) ? [] : [[words.place, place] as const];
  return { kind: 'facts', title: '', facts: [[words.placedAt, formatMoment(placedAt, lang)], ...told] };
}

/**
 * Whether a text the buyer typed may lead somewhere. Anybody can order with somebody else's e-mail address, so what
 * was typed must not turn the shop's message into an advertisement: name and note are not in it at all, and the
 * place only where it cannot be taken for a link.
 */
function looksLikeAnAddress(text: string): boolean {
  return text.length > 120 || /[/\\:@<>\r\n]|\.\p{L}|\d{5}/u.test(text);
}
