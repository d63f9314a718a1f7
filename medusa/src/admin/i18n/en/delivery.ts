import type { delivery as vi } from '../vi/delivery.ts';

export const delivery: typeof vi = {
  title: 'Delivery prices',
  intro:
    'Buyers pay for delivery by this table: by where the goods go and what they weigh as packed. Saved, it is in force at once; the site shows the new prices within a minute, and nothing is ordered at a total that the buyer did not see.',
  notYet:
    "No table was saved yet: every order pays one price, that of Medusa's own way of delivery, as below. Once this table is saved that price is not used any more.",
  charged: 'Charged',
  chargedHint:
    'Every producer sends its own goods as one parcel. Buyers see the price of each parcel before they order.',
  charges: { order: 'once for the whole order', parcel: 'for the parcel of each producer' },
  zone: (n) => `Zone ${n}`,
  everywhere: 'The whole country',
  elsewhere: 'All other provinces',
  addZone: 'Add a zone',
  removeZone: (n) => `Remove zone ${n}`,
  name: 'Name of the zone',
  provinces: 'Provinces in the zone',
  upTo: (n) => `Step ${n}: up to (g)`,
  price: (n) => `Step ${n}: price (₫)`,
  addStep: 'Add a step',
  furtherKilogram: 'Above the last step: for each further kg (₫)',
  furtherHint: 'A kilogram that is begun counts whole. Left empty, nothing is added.',
  freeFrom: 'Free from goods of (₫)',
  freeHint:
    'The sum of the goods of each parcel, or of the order where it is charged once. Empty: never free.',
  save: 'Save and put in force',
  saved: 'Saved. Orders from now on are charged by this table.',
  changes: 'Who changed this table',
  noChanges: 'Nobody yet.',
  version: 'Version',
  faults: {
    'name-missing': 'A zone needs a name, such as “Northern mountains”.',
    'name-twice': 'Another zone has this name. Choose another one.',
    'no-provinces': 'The zone has no province. Choose some, or remove the zone.',
    'unknown-province': 'A province is not on the list. Load the page again.',
    'province-twice': 'A province stands in a zone above already. Each province is in one zone only.',
    'no-steps': 'At least one step is needed.',
    'not-rising': 'This step must be heavier than the one before.',
    'cheaper-when-heavier': 'A heavier parcel cannot be cheaper than the step before.',
    'out-of-bounds': 'This number cannot be used. Look at it again.',
    'too-many': 'Too many. Put some together.',
  },
};
