import type { confirmation as vi } from '../vi/confirmation.ts';

export const confirmation: typeof vi = {
  title: 'Call the buyer to confirm this order',
  reasons: {
    'large-sum': 'The order has a large total.',
    'scarce-stock': 'The order takes more than half of what was left of something.',
  },
  due: (moment) => `Without a confirmation by ${moment} it is cancelled and the goods are on sale again.`,
  confirm: 'Called, the buyer confirms',
  prompt: 'The goods are kept for this order, which is no longer cancelled by itself. Your name is noted.',
  done: 'Noted: the buyer confirms.',
  confirmed: (moment) => `This order was confirmed at ${moment}.`,
  released: (moment) =>
    `This order was cancelled at ${moment} because nobody confirmed it; the goods are on sale again.`,
};
