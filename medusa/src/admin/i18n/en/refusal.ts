import type { StampSegment } from '@ocop/rules/stamps/stamp-segment';
import type { Refusal } from '../../server/ask.ts';
import { figuresIn } from '../figures.ts';
import type { RefusalName, RefusalMessages } from '../refused.ts';

const { number } = figuresIn('en');
const named = (segment: StampSegment | null) =>
  segment === null
    ? 'Stamps in this part are'
    : segment.first === segment.last
      ? `Stamp ${number(segment.first + 1)} is`
      : `Stamps ${number(segment.first + 1)} to ${number(segment.last + 1)} are`;

export const refusals: RefusalMessages = {
  'no-answer': () => 'The server does not answer. Check the network and try again; nothing was changed.',
  'signed-out': () => 'Your session is over. Reload the page and sign in again.',
  'unknown-lot': () => 'There is no such lot. Register it first, or check its code.',
  'unknown-product': () => 'This product has no lot yet. Register its first lot, or check the name.',
  'unknown-range': () => 'There never was such a range of stamps. Check its number.',
  'unknown-recall': () => 'There is no such recall. Open the list of recalls again.',
  'unknown-report': () => 'There is no such report. Open the list again.',
  'unknown-order': () => 'No order that is paid by transfer has this code. Look at the code again.',
  'unknown-member': () => 'Nobody has this account any more, or it is closed. Reload the page.',
  'unknown-transfer': () => 'There is no such transfer. Reload the page.',
  'unknown-refund': () => 'This was noted as sent back before. Reload the page.',
  'not-awaited': () =>
    'This order does not wait for money any more: it is paid, cancelled or overdue. Reload the page and look at the order.',
  'other-sum': () =>
    'The sum is not enough for this order. Wait until the buyer has sent the rest and press again; what names the same order is added up.',
  'entry-taken': () => 'This was sent before with another sum. Reload the page and look at it.',
  'unknown-entry': () => 'There is no such entry, or it was taken back before. Reload the page.',
  'no-statement': () => 'This producer had no money in that month.',
  'card-unreachable': () =>
    'The card service does not answer, so nothing was paid back. Try again in some minutes.',
  'dealt-with': () => 'Somebody dealt with this meanwhile. Reload the page.',
  'unknown-message': () => 'This order has no such message, so nothing was sent. Please load the page anew.',
  'message-waiting': () =>
    'This message is waiting to be sent already. Wait a minute and load the page anew.',
  'unknown-event': () => 'There is no such event in the history. Reload the page.',
  'already-taken-back': () => 'This event was taken back before.',
  'invalid-body': (_, fields) =>
    `Nothing was saved: ${fields.join(', ') || 'what was sent'} is not right. Look at it and send again.`,
  'invalid-query': (_, fields) =>
    `This could not be looked up: ${fields.join(', ') || 'the address'} is not right. Reload the page.`,
  'lot-differs': () =>
    'This lot code is registered with other facts, see above. Give other goods a code of their own; if it was registered wrongly, open that lot and press “Correct”.',
  'code-characters': () =>
    'A lot code has letters without marks, digits and signs such as - / . only, and no spaces. Turn the Vietnamese keyboard off.',
  'unlisted-product': () =>
    'The record holds no such product. Choose one from the list; one that was added just now is there after the next synchronisation.',
  'more-ordered-than-lot': () =>
    'The lot does not have so many packs, so there would be stamps without goods. Order fewer, correct the packs of the lot, or write the reason into “Why more stamps than the lot has packs”.',
  'product-differs': () =>
    'This lot code stands for another product already. Give these goods a lot code of their own.',
  'no-keys': () => 'The server has no stamp keys. Ask whoever runs it to set STAMP_KEYS and SITE_URL.',
  'no-range-left': () => 'Every range number is used up. More stamps need codes of a new form.',
  'lot-of-another-product': () =>
    'This lot is another product than the stamps. Choose a lot of the right product.',
  'other-lot-in-print': () =>
    'The stamps carry another lot in print. Activate them with that lot, or order new ones.',
  'other-gtin-in-print': () =>
    'The stamps carry another GTIN than the lot has. Correct the lot, or order new stamps.',
  'more-than-lot': () =>
    'The lot has not that many packs, so these would be stamps without goods. Activate fewer, correct the quantity of the lot, or say why in “Why more stamps than the lot has packs”.',
  'lot-recalled': () => 'This lot is recalled. Lift the recall first, or use another lot.',
  'not-printed': () => 'The stamps are not noted as printed. Print them and note it first.',
  'already-printed': () => 'This range was noted as printed before. Go on with the next step.',
  'already-delivered': () => 'This range was noted as delivered before. Go on with the next step.',
  voided: () => 'These stamps are void for good. Use others, or order new ones.',
  'already-voided': (segment) => `${named(segment)} void already. Leave that part out.`,
  'already-activated': (segment) => `${named(segment)} activated already. Name a part without them.`,
  recalled: (segment) => `${named(segment)} recalled. Lift the recall first, or name another part.`,
  'already-recalled': () =>
    'These goods are recalled already. Lift that recall first if its words must change.',
  'already-lifted': () => 'This recall was lifted before. Announce a new one if need be.',
  'stock-not-held': () => 'This recall does not keep its product from being sold. There is nothing to clear.',
  'unknown-pack': () => 'This pack is not on sale any more. Reload the page.',
  'no-price-held': () => 'The price of this pack is not held any more. Reload the page.',
  'price-moved': () => 'The price has changed while you looked. Reload the page and look at the new one.',
  'price-implausible': () =>
    'A price is a whole number from 1,000 to 500,000,000 ₫. Correct the price of the product; Medusa’s own field takes 295000, not 295.000.',
  'outside-range': () => 'This is no part of the range. Check the first and the last number.',
  'key-cut-off': () =>
    'The key of this range is known to strangers and cut off. Void the range and order new stamps.',
  malformed: () => 'This is no code of a stamp. Type its 20 characters again (10 on a signed stamp).',
  'not-issued': () =>
    'This site never issued that code. If it was typed, check every character; if it was scanned from goods, the stamp may be a fake.',
  'already-so': () => 'This stamp is noted so already.',
  'not-so': () => 'This stamp is not noted so, so there is nothing to end.',
  'no-warning': () => 'Buyers are not warned of this stamp and it is not suspicious. Load the page again.',
  'not-activated': () => 'This stamp is not activated, so nothing was sold with it. Activate it first.',
  'void-is-final': () => 'A void stamp cannot be brought back. Put a new one on the goods.',
  'no-photo': () => 'This report has no photo, or it was erased when its time was over.',
  'no-such-step': () => 'This report cannot go to that state. Reload the page.',
  'against-history': () =>
    'The trace events of the lot say otherwise. Open them, put that right, then try again.',
  'unnamed-product': () =>
    'The shop does not sell this product, so its name is not known. Fill in “Name on the stamps”.',
  'does-not-fit': () => 'The stamps do not fit these sheets. Choose larger labels, and check where to start.',
  'needs-a-job': () =>
    'These are too many stamps for one download. Press “Download the sheets” and the server writes a file.',
  'too-many-stamps': () => 'A file of this kind cannot hold so many stamps. Download the range part by part.',
  'sheets-busy': () =>
    'The server is writing several other files of stamps. Wait until one is done and try again.',
  'no-room': () =>
    'The disk of the server has no room for this file. Tell whoever runs it, or download a part.',
  'unknown-sheet': () => 'There is no such file, or its day is over and it was erased. Make it again.',
  'sheet-not-ready': () => 'The file is not written to its end yet. Wait a little.',
  'sheet-elsewhere': () =>
    'The file lies on another server. Press download again; if that stays so, tell whoever runs it.',
  'too-large': () => 'The file is larger than 2 MB. Upload it in parts.',
  'too-many-events': () => 'There are more than 1,000 events in the file. Upload it in parts.',
  'no-events': () => 'There is no event in the file. Fill in at least one row.',
  'not-json': () => 'The file is no JSON. Choose an EPCIS 2.0 file in JSON-LD.',
  'not-a-table': () => 'The file is neither XLSX nor CSV in UTF-8. Start from the template.',
  'table-too-large': () =>
    'The table is larger than 5,000 rows, 200 columns or 100,000 cells, or costs too much to read. Copy the rows into a new file, and send them in parts.',
  'tables-busy': () => 'The server is reading other tables. Try again in a minute.',
  'delivery-prices-moved': () =>
    'Nothing was saved: somebody else has saved delivery prices meanwhile. Load the page again and change them anew.',
  'not-valid': () => 'Some of it is not right, see the table below. Nothing was recorded.',
};

export const refusal = ({
  reason,
  message,
  segment,
  fields = [],
}: Pick<Refusal, 'reason' | 'message' | 'segment'> & Partial<Pick<Refusal, 'fields'>>) =>
  (Object.hasOwn(refusals, reason) ? refusals[reason as RefusalName](segment, fields) : null) ??
  `The server refused: ${message}`;
