import type { order as vi } from '../vi/order.ts';

export const order: typeof vi = {
  title: 'Order',
  description: 'Fill in a name, a phone number and an address; pay on delivery.',
  lede: 'Pay the courier in cash on delivery. No account and no card needed.',
  ledeChoice: 'Pay in cash on delivery, or by bank transfer (VietQR) before. No account and no card needed.',
  who: 'Recipient',
  where: 'Where to deliver',
  name: 'Full name',
  phone: 'Phone number',
  phoneHint:
    'The courier calls this number before coming. A Vietnamese mobile (10 digits) or land line (11 digits).',
  email: 'E-mail (optional)',
  province: 'Province or city',
  provinceChoose: 'Choose a province or city',
  provinceWith: (name, old) => `${name} (with former ${old})`,
  commune: 'Commune or ward',
  communeHint: 'New or former names both work, for example “Phù Lãng” or “huyện Ý Yên, Nam Định”.',
  communeAsk: 'Show this place’s new name',
  street: 'House number, street, hamlet',
  note: 'Note for the courier (optional)',
  extras: 'Gift, invoice',
  giftSummary: 'Send words with it as a gift',
  gift: 'Words for the gift',
  giftHint: 'Printed on the slip in the parcel, which then shows no price of an item.',
  invoiceSummary: 'Ask for an invoice',
  invoiceExplain:
    'Write everything as it is registered with the tax office. The seller makes the invoice out when the goods are delivered. Leave all of it empty if you need none.',
  invoiceName: 'Name of the company, household business or buyer',
  taxCode: 'Vietnamese tax code',
  taxCodeHint:
    '10 digits, a branch with a hyphen and 3 more; persons and household businesses use their 12-digit identity number.',
  invoiceAddress: 'Address on the invoice',
  invoiceEmail: 'E-mail for the invoice (optional)',
  payment: 'Payment',
  payWays: {
    cod: { name: 'Cash on delivery', explain: 'Pay the courier when the goods arrive.' },
    transfer: {
      name: 'Bank transfer (VietQR)',
      explain:
        'After ordering, the page shows a VietQR code and the account. The goods are kept for you meanwhile and packed once the money is there. You need a Vietnamese bank’s app.',
    },
    card: {
      name: 'Card (Visa, Mastercard, JCB…)',
      explain:
        'After ordering you go to Stripe’s page and type the card’s number there; the shop does not see it. That page needs JavaScript. The goods are kept for you while you pay.',
    },
  },
  place: (total) => `Order – pay ${total} on delivery`,
  placeChoice: (total) => `Order – ${total} in all`,
  once: 'Pressing once is enough. Pressing twice still makes one order.',
  privacy:
    'Name, phone number and address are used to deliver this order and for nothing else. While you fill them in they are kept on this device only, encrypted, and erased after an hour.',
  privacyLink: 'Privacy',
  back: 'Back to the cart',
  yourItems: 'In this order',
  errorsTitle: (n) => (n === 1 ? 'One thing to correct' : `${n} things to correct`),
  errorsText: 'Nothing has been ordered. What you filled in is kept below.',
  errors: {
    name: (most) => `Write the recipient’s full name, 2 to ${most} letters.`,
    phone: (most) =>
      `Write one Vietnamese phone number: a mobile of 10 digits like 0912 345 678, or a land line of 11 digits like 024 3825 4321; at most ${most} characters.`,
    phones: (list) => `There are several numbers here: ${list}. Leave the one the courier should call.`,
    email: (most) =>
      `The e-mail address is not right; a right one looks like name@example.com, at most ${most} characters. It may be left empty.`,
    province: () => 'Choose the province or city to deliver to.',
    commune: (most) => `Write the commune or ward to deliver to, at most ${most} letters.`,
    street: (most) =>
      `Write the house number and street, or the hamlet, so that the courier can find it; at most ${most} letters.`,
    note: (most) => `The note is longer than ${most} letters; please shorten it.`,
    gift: (most) => `The words for the gift are longer than ${most} letters; please shorten them.`,
    invoiceName: (most) =>
      `Write the name for the invoice as registered, 2 to ${most} letters; if you need no invoice, empty this part.`,
    taxCode: () =>
      'This is no tax code: 10 digits of which the last checks the others, a branch with a hyphen and 3 more, or a 12-digit identity number. Compare it with the registration.',
    invoiceAddress: (most) => `Write the address for the invoice, at most ${most} letters.`,
    invoiceEmail: (most) =>
      `This is no e-mail address for the invoice; a right one: office@example.vn, at most ${most} characters. It may be left empty.`,
    payment: () => 'The payment you chose is not taken any more. Choose another.',
  },
  unit: {
    one: (typed, unit) => `“${typed}” is now ${unit}.`,
    current: (unit) => `Delivery to ${unit}.`,
    several: (typed, units) =>
      `“${typed}” now lies in one of: ${units}. You may leave it as you wrote it; the courier will call and ask.`,
    perhaps: (typed, unit) =>
      `“${typed}” is now ${unit}; part of it may have gone elsewhere. You may leave it as you wrote it; the courier will call and ask.`,
    more: (n) => `and ${n} more`,
    incomplete: 'there may be others',
    unknown: (typed) =>
      `“${typed}” was not found among the administrative units. You can order all the same; please be exact in the line below.`,
  },
  outcome: {
    'price-changed': (before, now) =>
      `Nothing has been ordered. The total changed from ${before} to ${now}. If you agree, press order once more.`,
    delivery: (province, shipping, total) =>
      `Delivery to ${province} costs ${shipping}, ${total} in all. Nothing is ordered yet; if you agree, press the button again.`,
    'not-placed':
      'Nothing has been ordered and nothing is lost: the shop’s system does not answer. What you filled in is kept; press order again in a few minutes.',
    limited:
      'Nothing was ordered and nothing is lost: too many orders were sent from this network just now. What you filled in is still here; press order again in a few minutes, or use another network.',
    'limited-phone':
      'Nothing was ordered and nothing is lost: many orders were placed with this telephone number in the last 24 hours. Please call the producer, or order again tomorrow.',
    'not-possible':
      'Nothing has been ordered and nothing is lost: the shop does not deliver there yet. Please call the producer.',
    'card-unreachable':
      'No order was placed, the card was not charged and nothing is lost: the card service does not answer. What you typed is still there; press again in some minutes, or choose another way to pay.',
    unknownTitle: 'The order is being recorded',
    unknown:
      'The order was sent but no answer has come. Do not begin again; wait a moment and press the button below. If the order arrived you will see its receipt, if not it is placed now. One cart makes one order, however often you press.',
    look: 'See whether the order arrived',
    notPlacedTitle: 'The order could not be placed',
    again: 'Order again',
  },
  tracking: {
    title: 'Find your order',
    description: 'Open the receipt again with the order number and the telephone number.',
    lede: 'Write the order number and the telephone number given with the order. The receipt opens with how things stand now.',
    code: 'Order number',
    codeHint:
      'Nine letters and digits, at the top of the receipt. Capitals, small letters and spaces are all right.',
    phone: 'Telephone',
    phoneHint: 'The number given with the order.',
    submit: 'See the order',
    errors: {
      code: 'The order number is not right: nine letters and digits, without 0, O, 1, I, L. Look at the receipt again.',
      phone: 'Write one Vietnamese telephone number, like 0912 345 678.',
    },
    outcome: {
      unknown:
        'No order has this number and telephone. Look at both again; the telephone is the one given with the order.',
      'too-many':
        'Too many searches from this network were not right. Try again in ten minutes, or open the address of the receipt you kept.',
      unreachable:
        'Your order cannot be looked up now: the shop’s system does not answer. It is safe; try again in a few minutes.',
    },
  },
  receipt: {
    title: (number) => `Order ${number}`,
    news: {
      placed: ['Your order has been received.', 'The seller will call the number you gave to agree a time.'],
      awaited: [
        'Your order has been received.',
        'One step is left: transfer as shown below, then it is packed.',
      ],
      held: ['The goods are kept for you.', ''],
      'awaited-card': [
        'The goods are kept for you.',
        'One step is left: pay by card, then the order is packed.',
      ],
      packed: ['Your order has been packed.', 'The courier will call the number you gave before coming.'],
      'partly-packed': ['A part of your order has been packed.', 'The rest is being prepared.'],
      shipped: ['Your order is on its way.', 'The courier will call the number you gave before coming.'],
      'partly-shipped': ['A part of your order is on its way.', 'The rest will be sent later.'],
      delivered: ['Your order has been delivered.', 'If anything is not right, please call the producer.'],
      'partly-delivered': ['A part of your order has been delivered.', 'The rest will follow.'],
      refunded: ['The money for this order was given back.', ''],
      canceled: ['This order has been cancelled.', ''],
    },
    money: {
      due: (sum) => `You pay ${sum} in cash on delivery.`,
      paid: (sum) => `${sum} paid in full.`,
      refunded: (sum) => `${sum} was given back to you.`,
    },
    transfer: {
      title: (sum) => `Transfer ${sum}`,
      explain:
        'Open your bank’s app and scan this code; sum and note are filled in. On the same phone, save the picture and open it in the app, or copy the lines below one by one.',
      picture: 'The VietQR code of this order; it holds what the lines beside it say.',
      save: 'Save the picture',
      bank: 'Bank',
      account: 'Account number',
      holder: 'Account holder',
      amount: 'Sum',
      note: 'Note',
      exact: 'Keep sum and note as they are: by them the order is known to be paid. Transfer once only.',
      due: (due) =>
        `The goods are kept until ${due}. If the money is not there by then, the order is cancelled; do not transfer after that.`,
      look: 'I have transferred – see whether it is there',
      captured: (sum) => `Your transfer of ${sum} is there. Nothing more is to be paid.`,
      expired:
        'The order was cancelled because no money came in time. Do not transfer for it any more; if you still want the goods, order again. If you have transferred, call the seller: the money is looked for and sent back.',
      cancelled:
        'Do not transfer for this order any more. If you have transferred, call the seller: the money is looked for and sent back.',
      unclear:
        'Money has come that does not match the order, and the seller is looking at it. Do not transfer again; keep the receipt of your transfer, the seller will call the number you left.',
    },
    card: {
      title: (sum) => `Pay ${sum} by card`,
      explain:
        'Press the button to go to Stripe’s page and type the card’s number there. After that you are brought back here. If you close that page by mistake, open this address again: the card is charged once only.',
      pay: (sum) => `To the card page – pay ${sum}`,
      due: (due) =>
        `The goods are kept until ${due}. If they are not paid by then, the order is cancelled and the card is not charged.`,
      otherWay: 'Not by card after all – back to the cart, to pay another way',
      look: 'See whether the money is there',
      notCharged:
        'The card was not charged. You can try again with this or another card, or pay another way.',
      confirming:
        'The money from your card is being confirmed. Do not pay again; look again in some minutes. Keep the address of this page: your order is here.',
      unknownTitle: 'It is not known yet whether the card was charged',
      unknown:
        'It could not be asked whether your card was charged: the card service does not answer at the moment. If you have paid, do not pay again; nothing is lost, and the order will be marked as paid by itself. Keep the address of this page and look again in some minutes.',
      captured: (sum) => `${sum} was taken from your card. Nothing more is to be paid.`,
      refunded: (sum) =>
        `The order was cancelled, so ${sum} goes back to your card. Your bank may take some days to show it; there is nothing for you to do.`,
      ended: 'The card was not charged. If you still want the goods, order again.',
      unclear:
        'The card was charged with a sum that does not match the order, and the seller is looking at it. Do not pay again; the seller will call the number you left.',
    },
    keep: 'Keep this page’s address to see the order again. Whoever has the address can see it, so do not post it.',
    number: 'Order number',
    placedAt: 'Placed',
    recipient: 'Recipient',
    phone: 'Phone',
    address: 'Delivery to',
    gift: 'Words go with it as a gift; the slip in the parcel shows no prices.',
    invoice: 'Invoice',
    invoiceTo: (name: string, taxCode: string) => `${name}, tax code ${taxCode}`,
    masked: 'Partly hidden, so that others who see this page do not learn your address.',
    unitNow: (units) => `Under today’s administrative units: ${units}.`,
    item: 'Item',
    quantity: 'Quantity',
    unitPrice: 'Price each',
    amount: 'Amount',
    payment: 'Payment',
    cancel: {
      summary: 'Cancel this order',
      explain:
        'Possible until something of it is packed. A cancelled order is not opened again; if you still want the goods, order anew.',
      phone: 'Telephone number given with the order',
      phoneHint: 'So that nobody who merely has this address cancels your order.',
      submit: 'Cancel the order',
      outcome: {
        canceled: 'The order is cancelled. You pay nothing.',
        'too-late':
          'It cannot be cancelled: it was packed or paid already. Call the seller, or do not accept the parcel.',
        phone: 'Write one Vietnamese telephone number, like 0912 345 678. The order is as it was.',
        unknown: 'This is not the number given with the order. The order is as it was.',
        'too-many':
          'Too many attempts from this network were not right. The order is as it was; try again in ten minutes.',
        unreachable:
          'It is not known whether the order was cancelled: the shop’s system does not answer. Reload this page in a few minutes to see.',
      },
    },
    confirmation: {
      awaited: (due) =>
        `This order is to be confirmed: the seller calls before ${due}. If nobody is reached by then it is cancelled, and you pay nothing.`,
      released: () =>
        'The order was cancelled because it could not be confirmed by telephone. You pay nothing; if you still want the goods, order again.',
    },
    sample:
      'This is a sample shop: prices and delivery fee are sample data, and this order will not be delivered.',
    unreachableTitle: 'The receipt cannot be opened now',
    unreachable:
      'Your order is safe. The shop’s system does not answer now; reload this page in a few minutes.',
  },
};
