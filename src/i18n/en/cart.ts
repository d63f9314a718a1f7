import type { cart as vi } from '../vi/cart.ts';

export const cart: typeof vi = {
  title: 'Cart',
  description: 'What you have chosen, with today’s prices and what is left.',
  empty: 'Your cart is empty.',
  emptyNext: 'Choose something on a product page and press “Add to cart”.',
  toProducts: 'See the products',
  toProduct: 'Back to its page',
  keepShopping: 'Choose something else',
  linesTitle: 'What you have chosen',
  sentBy: (producer, place) => (place ? `From ${producer}, ${place}` : `From ${producer}`),
  unknownSender: 'Producer not known',
  placeNow: (former, now) => `formerly ${former}, now ${now}`,
  parcels: (n) =>
    `Sent from ${n} places, so it may arrive in several parcels. The delivery fee is charged once, as above.`,
  parcelsPaid: (n) =>
    `${n} parcels from ${n} producers: each sends one, and delivery is charged for each as above.`,
  parcelOf: (sender) => `Parcel of ${sender}`,
  from: (sum) => `from ${sum}`,
  shippingByProvince: 'Delivery depends on the province; you are told the exact sum before you order.',
  quantity: 'Quantity',
  quantityOf: (name) => `Quantity of ${name}`,
  save: 'Save quantities',
  oneLess: (name) => `One less: ${name}`,
  oneMore: (name) => `One more: ${name}`,
  remove: 'Remove',
  removeOf: (name) => `Remove: ${name}`,
  takeLeft: (n) => `Take the ${n} left`,
  each: 'each',
  subtotal: 'Goods',
  shipping: 'Delivery',
  shippingUnknown: 'worked out in the next step',
  total: 'Total',
  sampleShipping: 'sample fee',
  checkout: 'Order, pay on delivery',
  checkoutBlocked: 'Settle the marked items first, then you can order.',
  nothingOrderable: 'Nothing in the cart can be ordered now, so there is nothing to add up.',
  summary: 'Sum',
  problem: {
    'sold-out': 'This has just sold out. Remove it to order the rest.',
    'less-left': (left, asked) => `Only ${left} left, and you chose ${asked}. Lower the quantity to order.`,
    'shared-short': (part, asked, left) =>
      `The whole cart takes ${asked} of ${part}, alone and in gift boxes, and only ${left} are left. Take fewer in one of these lines to order.`,
    'part-held':
      'Something in this gift box is not sold for now, and so the box is not either. Take it out to order the rest, or come back later.',
    withdrawn: 'This is no longer sold here. Remove it to order the rest.',
    alcohol:
      'Alcohol may not be sold online for cash, so it cannot be ordered here yet. Remove it to order the rest.',
    'price-held':
      'The seller is checking the price of this, so it is not sold for now. Remove it to order the rest, or come back later.',
    recalled:
      'A lot of this is being recalled, so it is not sold for now. Remove it to order the rest; see “Recalls” at the foot of the page.',
  },
  priceChanged: (before, now) =>
    `The price changed from ${before} to ${now} since you chose it. The total below uses the new price.`,
  unchecked:
    'What is left and today’s prices could not be checked. The prices below are from when you chose.',
  notice: {
    added: (name) => `${name} is in your cart.`,
    set: (name) => `The quantity of ${name} has changed.`,
    removed: (name) => `${name} has been removed.`,
    'sold-out': (name) => `${name} has just sold out. The quantity in your cart is as it was.`,
    'less-left': (name, asked, left, inCart) =>
      `You chose ${asked}, but only ${left} of ${name} left. Your cart holds ${inCart}, as before.`,
    'shared-short': (name, left, inCart) =>
      `Other lines of the cart take from the same stock as ${name}, so only ${left} can be had. The cart has ${inCart}, as before.`,
    'part-held': (name) =>
      `Something in ${name} is not sold for now, and so the box is not either. The cart is as it was; come back later.`,
    withdrawn: (name) => `${name} is no longer sold here. Your cart is as it was.`,
    alcohol: (name) =>
      `${name} is alcohol, which may not be sold online for cash, so it cannot be ordered here yet. Your cart is as it was.`,
    'price-held': (name) =>
      `The seller is checking the price of ${name}, so it is not sold for now. Your cart is as it was; please come back later.`,
    recalled: (name) =>
      `A lot of ${name} is being recalled, so it is not sold for now. Your cart is as it was; see “Recalls” at the foot of the page.`,
    'too-many': (name, most) =>
      `At most ${most} of one kind per order. For more, ask the producer of ${name} directly. The quantity in your cart is as it was.`,
    'too-many-kinds': (most) =>
      `A cart holds ${most} kinds of goods at most. Your cart is as it was; order what is in it, then go on choosing.`,
    'at-least-one': (name) => `One is the least. If you do not want ${name}, press “Remove”.`,
    'not-a-number': (most) =>
      `The quantity must be a whole number from 1 to ${most}, for example 2. The quantity in your cart is as it was.`,
    'nothing-there': 'That item is no longer in the cart.',
    'not-reached':
      'The cart could not be changed because the shop’s system does not answer. Your cart is as it was; please try again in a few minutes.',
    'order-stopped':
      'Nothing has been ordered. While you were filling in the form something sold out or there is too little left; see the marked line. The rest is still in the cart, and what you filled in is kept.',
    'coupon-limited': 'Too many coupon codes were tried. Please wait ten minutes; your cart is as it was.',
    'not-ordered':
      'Not on to the order yet: a line needs correcting, see where it is marked. The other quantities are saved.',
  },
  thing: 'This item',
  see: 'See the cart',
  unreachableTitle: 'The cart cannot be opened now',
  unreachable:
    'The shop’s system does not answer. What you chose is kept; reload this page in a few minutes.',
  notSelling: 'This site runs without its shop system, so there is no cart yet.',
  retry: 'Reload',
};
