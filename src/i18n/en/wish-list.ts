import type { wishList as vi } from '../vi/wish-list.ts';

export const wishList: typeof vi = {
  title: 'Saved products',
  description: 'Products you kept for later, in this browser.',
  lede: 'The list lies in this browser; it needs no account and is sent to nobody.',
  keep: 'Save for later',
  count: (n) =>
    n === 0 ? 'Nothing is saved yet.' : n === 1 ? 'One product is saved.' : `${n} products are saved.`,
  empty: 'On the page of a product, press “Save for later”.',
  drop: 'Remove',
  dropOf: (name) => `${name}: remove from the list`,
  clear: 'Remove all',
  back: 'Back to the page before',
  share: 'The address to send this list to somebody:',
  shared: (n) =>
    n === 1 ? 'Somebody sent you a list of one product.' : `Somebody sent you a list of ${n} products.`,
  takeOver: 'Save these in my list',
  own: 'See my own list',
  gone: (n) =>
    n === 1
      ? 'One saved product is not on this site any more.'
      : `${n} saved products are not on this site any more.`,
  news: {
    kept: 'Saved.',
    known: 'This is in the list already.',
    full: 'The list holds 60 products and is full; nothing was added. Remove some first.',
    removed: 'Removed from the list.',
    nothing: 'The list is as it was.',
  },
};
