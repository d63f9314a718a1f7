import type { MedusaResponse } from '@medusajs/framework/http';
import { LEAST_PRICE, MOST_PRICE } from '@ocop/rules/sale-hold';
import type { StampSegment } from '@ocop/rules/stamps/stamp-segment';

/** What a refused request was about, for the message of the refusal. */
export interface Refused {
  range?: number;
  lot?: string | null;
  product?: string;
  /** Product of the lot, where it is not the one meant. */
  lotProduct?: string;
  /** The segment of the range that stands in the way. */
  segment?: StampSegment;
  code?: string;
  kind?: string;
  recall?: string;
  /** What the trace history, or the plan of a sheet, says against it. */
  message?: string;
  report?: string;
  /** A file of stamps, and the server that holds it. */
  sheet?: string;
  host?: string | undefined;
  /** Stamps asked for, and the most that may be. */
  count?: number;
  most?: number;
  /** Packs of a lot, and stamps in use on them. */
  quantity?: number;
  live?: number;
  /** Stamps in print with a lot's code. */
  ordered?: number;
  /** A pack on sale, and its price now in đồng. */
  variant?: string;
  price?: number;
  /** A report's state, and the one asked for. */
  from?: string;
  to?: string;
}

type RefusalMessage = [status: number, say: (about: Refused) => string];

const refusals = {
  'unknown-lot': [404, ({ lot }) => `Lot ${lot} is not registered. Register the lot first.`],
  'unknown-product': [
    404,
    ({ product }) =>
      `No lot of product ${product} was ever registered. Check the product's name, or register its first lot.`,
  ],
  'unknown-range': [404, ({ range }) => `No stamps were ever issued under range ${range}. Check the number.`],
  'unknown-recall': [404, ({ recall }) => `There is no recall ${recall}. Look it up in the list of recalls.`],
  'no-keys': [
    503,
    () => 'This server has no stamp keys. Start it with STAMP_KEYS and SITE_URL, as the site has them.',
  ],
  'no-range-left': [
    409,
    () => 'Every range number is used up. Codes of a new form are needed for more stamps.',
  ],
  'lot-of-another-product': [
    409,
    ({ lot, lotProduct, product }) =>
      `Lot ${lot} is of product ${lotProduct}, the stamps are for ${product}. ` +
      'Use a lot of that product, or stamps of the other.',
  ],
  'other-lot-in-print': [
    409,
    ({ range, lot }) =>
      `The stamps of range ${range} carry the code of another lot in print, not ${lot}. ` +
      'Activate them with that lot, or order new stamps for this one.',
  ],
  'other-gtin-in-print': [
    409,
    ({ range, lot }) =>
      `The stamps of range ${range} carry another GTIN than lot ${lot} has. ` +
      'Correct the lot, or order new stamps for it.',
  ],
  'more-than-lot': [
    409,
    ({ lot, quantity, live, count }) =>
      `Lot ${lot} has ${quantity} packs and ${live} stamps in use; ${count} more would be stamps without goods. ` +
      'Activate fewer, correct the quantity of the lot, or say why as overReason.',
  ],
  'more-ordered-than-lot': [
    409,
    ({ lot, quantity, ordered, count }) =>
      `Lot ${lot} has ${quantity} packs, and ${ordered} stamps with its code are ordered; ` +
      `${count} more would be stamps without goods. ` +
      'Order fewer, correct the quantity of the lot, or say why as overReason.',
  ],
  'lot-recalled': [409, ({ lot }) => `Lot ${lot} is recalled. Lift the recall first, or use another lot.`],
  'not-printed': [
    409,
    ({ range }) => `The stamps of range ${range} are not printed yet. Print them and note that first.`,
  ],
  'already-printed': [409, ({ range }) => `Range ${range} was noted as printed before. Go on from there.`],
  'already-delivered': [
    409,
    ({ range }) => `Range ${range} was noted as delivered before. Go on from there.`,
  ],
  voided: [
    409,
    ({ range }) => `These stamps of range ${range} are void for good. Use other stamps, or order new ones.`,
  ],
  'already-voided': [
    409,
    (about) => `${stampsOfSegment(about)} void already. Leave that part out, if others are meant.`,
  ],
  'already-activated': [
    409,
    (about) => `${stampsOfSegment(about)} activated already. Name a part without them.`,
  ],
  recalled: [
    409,
    (about) => `${stampsOfSegment(about)} recalled. Lift the recall first, or name a part without them.`,
  ],
  'already-recalled': [
    409,
    () => 'A recall in force covers these goods already. Lift that one first, if its words must change.',
  ],
  'already-lifted': [
    409,
    ({ recall }) => `Recall ${recall} was lifted before. Announce a new one if need be.`,
  ],
  'stock-not-held': [
    409,
    ({ recall }) => `Recall ${recall} does not keep its product from being sold. There is nothing to clear.`,
  ],
  'unknown-pack': [404, ({ variant }) => `Pack ${variant} is not on sale. Look at the list again.`],
  'no-price-held': [409, ({ variant }) => `The price of pack ${variant} is not held. It is sold already.`],
  'price-moved': [
    409,
    ({ variant, price }) =>
      `The price of pack ${variant} is ${price} ₫ by now. Look at it again before you keep it.`,
  ],
  'price-implausible': [
    409,
    ({ variant, price }) =>
      `${price} ₫ can be no price of pack ${variant}: it must be whole, from ${LEAST_PRICE} to ${MOST_PRICE} ₫. ` +
      'Correct the price of the product.',
  ],
  'outside-range': [
    400,
    ({ range }) =>
      `That is no part of range ${range}. Give a first and a last position inside it, counted from 0.`,
  ],
  'key-cut-off': [
    409,
    ({ range }) =>
      `The key of range ${range} is known to strangers and cut off. Void the range and order new stamps.`,
  ],
  'against-history': [
    409,
    ({ message }) => `The trace history speaks against it: ${message}. Put that right first.`,
  ],
  'unnamed-product': [
    409,
    ({ product }) =>
      `The shop does not sell ${product}, so its name for the labels is not known. Give it as name=….`,
  ],
  'does-not-fit': [409, ({ message }) => `${message}`],
  'needs-a-job': [
    409,
    ({ range, count, most }) =>
      `${count} stamps are more than one answer holds (${most}). ` +
      `POST the same query to /admin/traceability/stamp-orders/${range}/sheet-jobs and fetch the file when it is done.`,
  ],
  'too-many-stamps': [
    409,
    ({ count, most }) =>
      `${count} stamps are more than one file of this format may hold (${most}). ` +
      'Ask for a part of the range with first and last.',
  ],
  'sheets-busy': [
    503,
    () => 'Several files of stamps are being written already. Wait until one is done and ask again.',
  ],
  'no-room': [
    503,
    ({ count }) =>
      `The disk of this server has no room for a file of ${count} stamps. Make room, or ask for a part of the range.`,
  ],
  'unknown-sheet': [
    404,
    ({ sheet }) => `There is no file of stamps ${sheet}, or its day is over. Have it written again.`,
  ],
  'sheet-not-ready': [
    409,
    ({ sheet }) => `The file of stamps ${sheet} is not written to its end. Look at its state first.`,
  ],
  'sheet-elsewhere': [
    409,
    ({ sheet, host }) =>
      `The file of stamps ${sheet} lies on the server ${host}, not on this one. ` +
      'Ask again until that server answers, or give the servers one DATA_DIR.',
  ],
  malformed: [
    400,
    ({ code }) => `"${code}" is no code of a stamp. Type its 20 characters (10 on a signed stamp) again.`,
  ],
  'not-issued': [404, ({ code }) => `No stamp with the code ${code} was issued here. Check every character.`],
  'already-so': [409, ({ code, kind }) => `Stamp ${code} is noted as ${kind} already.`],
  'not-so': [409, ({ code, kind }) => `Stamp ${code} is not noted as ${kind}, so there is nothing to end.`],
  'no-warning': [
    409,
    ({ code }) =>
      `Stamp ${code} is not suspicious and buyers are not warned of it. There is nothing to lift.`,
  ],
  'not-activated': [
    409,
    ({ code }) => `Stamp ${code} is not activated, so nothing was sold with it. Activate it first.`,
  ],
  'void-is-final': [409, ({ code }) => `Stamp ${code} is void for good. Put a new stamp on the goods.`],
  'unknown-report': [404, ({ report }) => `There is no report ${report}. Look it up in the list of reports.`],
  'no-photo': [
    404,
    ({ report }) => `Report ${report} has no photo, or it was erased when its time was over.`,
  ],
  'no-such-step': [
    409,
    ({ report, from, to }) =>
      `Report ${report} is ${from} and cannot become ${to}. It goes from new to looking to closed.`,
  ],
} satisfies Record<string, RefusalMessage>;

export type RefusalReason = keyof typeof refusals;

/**
 * Answers a refused request: its name for programs, what to do about it for people, and the `segment`
 * of a range that stands in the way where there is one, counted from 0.
 */
export function refuse(res: MedusaResponse, reason: RefusalReason, about: Refused): void {
  const [status, say]: RefusalMessage = refusals[reason];
  res.status(status).json({ reason, message: `${say(about)} Nothing was changed.`, segment: about.segment });
}

function stampsOfSegment({ range, segment }: Refused): string {
  if (!segment) return `Stamps of range ${range} are`;
  return segment.first === segment.last
    ? `Stamp ${segment.first} of range ${range} is`
    : `Stamps ${segment.first} to ${segment.last} of range ${range} are`;
}
