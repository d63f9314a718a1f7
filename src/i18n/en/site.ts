import type { site as vi } from '../vi/site.ts';

/** English of `vi/site.ts`. */
export const site: typeof vi = {
  name: 'Chợ OCOP',
  tagline: 'Goods of each commune, stars with a decision',
  description:
    'OCOP products of Vietnamese communes: who makes them, where, which decision gave the stars and until when, with a traceable stamp on each item.',
  appDescription: 'Read electronic stamps with the camera, also without a network.',
  shareAlt: 'A drawing of a pot, honey and a teapot on a shelf',
  skip: 'Skip to main content',
  menu: 'Menu',
  mainNavigation: 'Main',
  nav: {
    products: 'Products',
    producers: 'Producers',
    decisions: 'Decisions',
    fairs: 'Fairs',
    pointsOfSale: 'Points of sale',
    news: 'News',
    stampCheck: 'Check a stamp',
    stamp: 'Stamp',
  },
  search: {
    label: 'Find a product, producer or commune',
    placeholder: 'Fish sauce, pottery, Phù Lãng…',
    submit: 'Search',
  },
  cart: 'Cart',
  cartCount: 'items in the cart',
  otherLanguage: 'Tiếng Việt',
  otherLanguageLabel: 'Đọc trang này bằng tiếng Việt',
  breadcrumbs: 'Breadcrumbs',
  home: 'Home',
  footer: {
    about:
      'An open-source shop for OCOP goods: who makes each one, where, which decision gave its stars and how long they hold.',
    browse: 'Browse',
    trust: 'Look up',
    site: 'This site',
    aboutPage: 'About',
    terms: 'Terms',
    privacy: 'Privacy',
    law: 'OCOP stars follow Decision 26/2026/QĐ-TTg. This site is not a state portal and does not replace the original files.',
  },
  sample: {
    label: 'Sample data',
    page: 'This page contains sample data (prices, stock, lots or events) shown as an illustration, not a real offer.',
    price: 'Sample price for illustration, not yet an offer of the producer.',
  },
  sources: 'Sources',
  sourceSeen: (date: string) => `seen ${date}`,
  sourceGrades: {
    A: 'A – signed decision or annex',
    B1: 'B1 – state press or portal reporting recognition',
    B2: 'B2 – proposed or scored only',
    C: 'C – the seller’s own site',
  },
  address: {
    printed: 'Address in the file',
    current: 'Administrative unit today',
    needsConfirmation: 'to be confirmed',
    needsConfirmationLong:
      'The old commune was split between several new ones, or the conversion table has no match, so somebody who knows the place has to confirm the new address.',
    unknown: 'not in the sources',
  },
  phone: 'Telephone',
  notFound: {
    title: 'This page was not found',
    text: 'The address may be mistyped, or the page was renamed. Nothing is lost: search again, or browse all products.',
    toProducts: 'Browse products',
    toStamp: 'Check a stamp code',
    toHome: 'Go to the home page',
  },
};
