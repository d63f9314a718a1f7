import { formatDong } from '@ocop/rules/money';
import { formatMoment } from '@ocop/rules/moment';
import { escapeHtml } from '@ocop/rules/text';
import type { OrderSheet, Parcel } from './order-sheet.ts';
import { slipMessages } from './packing-slip-messages.ts';

/** Paper a slip is printed on. */
export type SlipSize = 'a6' | 'a5';

export interface SlipOptions {
  lang: 'vi' | 'en';
  size: SlipSize;
  /** Stable id of the producer whose parcel it is; null for all of the order. */
  producer: string | null;
  /** The sender's own address; null prints the name alone. */
  sender?: string | null;
  /** How many parcels the order goes in, where the sheet holds only some of them. */
  parcels?: number;
}

/** What such a page may do: show itself. Whatever a buyer wrote is text in it and nothing else. */
export const slipHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** A packing slip as a page to print: a parcel a sheet, to whom, what is in it, what to collect. */
export function packingSlip(sheet: OrderSheet, options: SlipOptions): string {
  const { lang, size, producer } = options;
  const messages = slipMessages[lang];
  const parcels =
    producer === null ? sheet.parcels : sheet.parcels.filter((one) => one.producer?.id === producer);
  const pages = parcels.map((parcel) => page(sheet, parcel, options)).join('\n');
  const title = `${messages.slip} ${sheet.code}`;
  return (
    `<!doctype html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width">\n<meta name="robots" content="noindex">\n` +
    `<title>${escapeHtml(title)}</title>\n<style>${styles(size)}</style>\n</head>\n<body>\n${pages}\n</body>\n</html>\n`
  );
}

function page(sheet: OrderSheet, parcel: Parcel, options: SlipOptions): string {
  const { lang, size, sender = null, parcels = sheet.parcels.length } = options;
  const messages = slipMessages[lang];
  const { recipient, note, gift } = sheet;
  const dong = (amount: number) => escapeHtml(formatDong(amount, lang));
  const isWhole = parcels === 1;
  const lines = parcel.lines
    .map(
      ({ title, sku, quantity, total }) =>
        `<tr><td>${quantity} ×</td><td>${escapeHtml(title)}<small>${escapeHtml(sku)}</small></td>` +
        `<td>${gift === null ? dong(total) : ''}</td></tr>`,
    )
    .join('');
  const typed = recipient.typed
    ? `<p class="typed">${messages.typed}: ${escapeHtml(recipient.typed)}</p>`
    : '';
  // Whoever unpacks a gift is not told what it cost; the courier is told what to collect.
  const sums =
    gift !== null
      ? ''
      : isWhole
        ? `<tr><td></td><td>${messages.shipping}</td><td>${dong(sheet.shipping)}</td></tr>`
        : `<tr><td></td><td>${messages.parcel}</td><td>${dong(parcel.total)}</td></tr>` +
          (parcel.shipping === null
            ? ''
            : `<tr><td></td><td>${messages.parcelShipping}</td><td>${dong(parcel.shipping)}</td></tr>`);
  const discount =
    sheet.discount && gift === null
      ? `<tr><td></td><td>${messages.discount} ${escapeHtml(sheet.discount.code)}${isWhole ? '' : ` (${messages.ofOrder})`}</td><td>−${dong(sheet.discount.amount)}</td></tr>`
      : '';
  return `<section class="${size}">
<header><b>${messages.order} ${escapeHtml(sheet.code)}</b><span>${escapeHtml(formatMoment(sheet.placedAt, lang))}</span></header>
<p class="from">${messages.from}: ${escapeHtml(parcel.producer?.name ?? messages.unknownProducer)}${sender === null ? '' : `<br>${escapeHtml(sender)}`}</p>
<div class="to"><b>${escapeHtml(recipient.name)}</b> <b>${escapeHtml(recipient.phone)}</b>
<p>${escapeHtml(recipient.street)}</p><p>${escapeHtml(recipient.place)}</p>${typed}</div>
<table>${lines}${discount}${sums}</table>
<p class="cod">${collected(sheet, lang)}</p>
${isWhole ? '' : `<p class="small">${messages.several(parcels, dong(sheet.shipping))}</p>`}
${note === null ? '' : `<p class="note"><b>${messages.note}:</b> ${escapeHtml(note)}</p>`}
${gift === null ? '' : `<p class="note gift"><b>${messages.gift}:</b> ${escapeHtml(gift)}</p>`}
</section>`;
}

/** What the courier collects, or why the parcel does not leave. */
function collected({ state, due }: OrderSheet, lang: 'vi' | 'en'): string {
  const messages = slipMessages[lang];
  if (state.canceled) return messages.canceled;
  return state.payment === 'awaited' ? messages.awaited : messages.collect(escapeHtml(formatDong(due, lang)));
}

function styles(size: SlipSize): string {
  const [width, font] = size === 'a6' ? ['105mm', '9.5pt'] : ['148mm', '11pt'];
  return `
@page { size: ${size}; margin: 7mm }
* { box-sizing: border-box; margin: 0 }
body { font: ${font}/1.35 system-ui, "Noto Sans", sans-serif; color: #000; background: #fff }
section { max-width: ${width}; margin: 0 auto; padding: 4mm; break-after: page; display: grid; gap: 2mm }
section:last-child { break-after: auto }
header { display: flex; justify-content: space-between; border-bottom: .4mm solid #000; padding-bottom: 1mm }
.to { border: .4mm solid #000; padding: 2mm; font-size: 1.15em }
.typed, .small, small { font-size: .85em }
small { display: block }
table { width: 100%; border-collapse: collapse }
td { vertical-align: top; padding: .8mm 0; border-bottom: .2mm solid #999 }
td:first-child { white-space: nowrap; padding-right: 2mm }
td:last-child { text-align: right; white-space: nowrap; padding-left: 2mm }
.cod { font-size: 1.3em; font-weight: 700; border: .6mm solid #000; padding: 1.5mm 2mm }
.note, td, p { overflow-wrap: anywhere }
.note { white-space: pre-line }
.gift { border: .2mm dashed #000; padding: 2mm }
@media print { section { padding: 0; max-width: none } }`;
}
