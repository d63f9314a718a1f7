import type { cart as vi } from '../vi/cart.ts';

export const cart: typeof vi = {
  title: 'Cart',
  description: 'What you have chosen, with today’s prices and what is left.',
  empty: 'Your cart is empty.',
  emptyNext: 'Choose something on a product page and press “Add to cart”.',
  toProducts: 'See the products',
  keepShopping: 'Choose something else',
  linesTitle: 'What you have chosen',
  quantity: 'Quantity',
  quantityOf: (name) => `Quantity of ${name}`,
  update: 'Change quantity',
  updateOf: (name) => `Change quantity: ${name}`,
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
  checkoutBlocked: 'Settle the marked items above first, then you can order.',
  summary: 'Sum',
  problem: {
    'sold-out': 'This has just sold out. Remove it to order the rest.',
    'less-left': (left, asked) => `Only ${left} left, and you chose ${asked}. Lower the quantity to order.`,
    withdrawn: 'This is no longer sold here. Remove it to order the rest.',
  },
  priceChanged: (before, now) =>
    `The price changed from ${before} to ${now} since you chose it. The total below uses the new price.`,
  unchecked:
    'What is left and today’s prices could not be checked. The prices below are from when you chose.',
  notice: {
    added: (name) => `${name} is in your cart.`,
    'added-anew': (name) => `Your earlier cart is gone (ordered or expired), so ${name} went into a new one.`,
    set: (name) => `The quantity of ${name} has changed.`,
    removed: (name) => `${name} has been removed.`,
    'sold-out': (name) => `${name} has just sold out and could not be added. Your cart is as it was.`,
    'less-left': (name) => `There is not enough of ${name} left. Your cart is as it was.`,
    'less-left-number': (name, left, inCart) =>
      `Only ${left} of ${name} left; your cart holds ${inCart}. Your cart is as it was.`,
    withdrawn: (name) => `${name} is no longer sold here. Your cart is as it was.`,
    'too-many': (name, most) =>
      `At most ${most} of one kind per order. For more, ask the producer of ${name} directly. Your cart is as it was.`,
    'not-a-number': 'The quantity must be a whole number, for example 2. Your cart is as it was.',
    'nothing-there': 'That item is no longer in the cart.',
    'not-reached':
      'The cart could not be changed because the shop’s system does not answer. Your cart is as it was; please try again in a few minutes.',
    'order-stopped':
      'Nothing has been ordered. While you were filling in the form something sold out or there is too little left; see the marked line. The rest is still in the cart.',
    expired: 'Your earlier cart was kept too long ago and is gone. Please choose again.',
    ordered: 'This cart has already been ordered.',
  },
  thing: 'This item',
  see: 'See the cart',
  seeReceipt: 'See the receipt',
  unreachableTitle: 'The cart cannot be opened now',
  unreachable:
    'The shop’s system does not answer. What you chose is kept; reload this page in a few minutes.',
  notSelling: 'This site runs without its shop system, so there is no cart yet.',
  retry: 'Reload',
  alcohol: 'The cart holds alcohol: sold to people of 18 or over only.',
};
