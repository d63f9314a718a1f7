import { figuresIn } from '../figures.ts';
import type { desk as vi } from '../vi/desk.ts';

const { number } = figuresIn('en');

export const desk: typeof vi = {
  title: 'Delivering this order',
  state: {
    placed: 'not packed yet',
    packed: 'packed',
    'partly-packed': 'packed in part',
    shipped: 'on its way',
    'partly-shipped': 'sent in part',
    delivered: 'delivered',
    'partly-delivered': 'delivered in part',
    refunded: 'refunded',
    canceled: 'cancelled',
  },
  note: 'Note of the buyer',
  gift: 'Words for the gift (on the slip)',
  invoice: 'Invoice to',
  noNote: 'The buyer left no note.',
  phone: 'Phone',
  recipient: 'Recipient',
  street: 'House, street, hamlet',
  place: 'Commune and province of today',
  typed: 'The buyer wrote',
  language: 'Ordered in',
  languages: { vi: 'Vietnamese', en: 'English' },
  collect: 'To collect',
  shipping: 'Delivery',
  unknownProducer: 'Producer not known',
  parcel: (name, sum) => `${name} sends, ${sum}`,
  parcelShipping: (sum) => `delivery ${sum}`,
  slip: 'Print packing slip',
  slipSize: (size) => `Print packing slip, ${size}`,
  slipOf: (name) => `Print the slip of ${name}`,
  waiting: (n, orMore) =>
    n === 0
      ? 'No order waits to be packed.'
      : `${number(n)}${orMore ? ' or more' : ''} ${n === 1 ? 'order waits' : 'orders wait'} to be packed.`,
  oldest: (at) => `The oldest was placed ${at}.`,
};
