import { formatDong } from '@ocop/rules/money';
import { bankOf, vietQrText } from '@ocop/rules/payment/vietqr';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { Receipt } from '../../medusa-client/site-routes.ts';

/** What a buyer transfers, where to, and with which note. `amount` in đồng. */
export interface TransferOrder {
  bank: string;
  account: string;
  holder: string;
  amount: number;
  /** The order's code. */
  note: string;
  /** The text of the QR code. */
  qr: string;
}

/**
 * What the buyer of an order is asked to transfer; null while nothing is to be transferred: it came, its time is
 * over, a person is looking, or the shop has no account any more.
 */
export function transferOrder(
  transfer: Receipt['transfer'],
  code: string | null | undefined,
): TransferOrder | null {
  if (transfer?.money !== 'awaiting' || !code) return null;
  const { bin, account, holder, amount } = transfer;
  const bank = bankOf(bin);
  if (!bank) return null;
  const qr = vietQrText({ bin, number: account }, amount, code);
  return { bank: bank.name, account, holder, amount, note: code, qr };
}

/** What a buyer is told of a transfer beside how to make it; null where there is nothing to say. */
export function transferNews(
  { transfer, state }: Pick<Receipt, 'transfer' | 'state'>,
  lang: Lang,
): { tone: 'good' | 'warn' | 'bad'; text: string } | null {
  const messages = dictionary(lang).order.receipt.transfer;
  switch (transfer?.money) {
    case 'captured':
      // Once it was booked the order says itself that it is paid, or that it was paid back.
      return state?.payment === 'awaited' || state?.payment === 'due'
        ? { tone: 'good', text: messages.captured(formatDong(transfer.amount, lang)) }
        : null;
    case 'expired':
    case 'cancelled':
      return { tone: 'bad', text: messages[transfer.money] };
    case 'unclear':
      return { tone: 'warn', text: messages.unclear };
    default:
      return null;
  }
}
