import type { giftBox as vi } from '../vi/gift-box.ts';

export const giftBox: typeof vi = {
  title: 'Gift boxes',
  description: 'Gift boxes with goods of several OCOP producers, packed and sent by one of them.',
  lede: 'Goods of several producers in one box, packed and sent by one of them as one parcel.',
  none: 'There is no gift box at the moment.',
  noStars:
    'A gift box has no stars. Whether something in it has any follows from that product’s own decision.',
  one: 'One box',
  contents: 'In the box',
  sentBy: 'Packed and sent by',
  pieces: (n, pack) => `${n} × ${pack}`,
  stock:
    'How many boxes are left follows from the scarcest thing in them; buying these things alone leaves fewer boxes.',
  inBoxes: 'In these gift boxes',
  goods: 'What is in the box',
  picture: 'Drawing of a gift box',
};
