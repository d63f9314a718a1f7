import type { APIRoute } from 'astro';
import { cacheControl } from '../../../../http/cache-control.ts';
import { languageOf } from '../../../../i18n/index.ts';
import { transferOrder } from '../../../../shop/payment/transfer.ts';
import { qrPicture } from '../../../../shop/payment/vietqr-picture.server.ts';
import { findReceipt } from '../../../../shop/receipt/receipt.server.ts';

export const prerender = false;

/** The QR code of an order's transfer, to be saved and opened in a bank's app; 404 once there is nothing to pay. */
export const GET: APIRoute = async ({ params }) => {
  const lang = languageOf(params.lang);
  const found = lang === null ? null : await findReceipt(params.token ?? '', lang);
  if (found?.kind === 'unreachable') return new Response(null, { status: 503 });
  const transfer =
    found?.kind === 'found' ? transferOrder(found.receipt.transfer, found.receipt.number) : null;
  if (!transfer) return new Response(null, { status: 404 });
  return new Response(await qrPicture(transfer.qr), {
    headers: {
      'content-type': 'image/png',
      'content-disposition': `inline; filename="${transfer.note}.png"`,
      'cache-control': cacheControl.personal,
      'x-robots-tag': 'noindex, nofollow',
    },
  });
};
