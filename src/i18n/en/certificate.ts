import type { certificate as vi } from '../vi/certificate.ts';

/** English of `vi/certificate.ts`. */
export const certificate: typeof vi = {
  stars: (n: number) => `${n} stars`,
  badge: (n: number) => `OCOP ${n} stars`,
  heading: 'OCOP stars',
  asOf: (date: string) => `As of ${date}`,
  recognisedBy: (number: string, date: string) => `Decision ${number} of ${date}`,
  countedFrom: (date: string) => `Its 36 months are counted from ${date}.`,
  readDecision: 'Read the decision',
  readWithdrawal: 'Read the withdrawal',
  willBeWithdrawn: (number: string, day: string) => `Decision ${number} withdraws it from ${day} on.`,
  issuer: 'Issued by',
  decision: 'Decision',
  until: (date: string) => `Certificate good through ${date}.`,
  state: {
    valid: 'In force',
    expiring: 'Expiring soon',
    extended: 'Extended for transition',
    expired: 'Expired',
    withdrawn: 'Withdrawn',
  },
  stateNote: {
    valid: '',
    expiring: 'No more than 180 days are left.',
    extended: 'The authority has extended it for the transition period.',
  },
  lapsedExpired: (n: number, number: string, last: string) =>
    `Once recognised with ${n} stars by Decision ${number}; the certificate ran out after ${last}, so no stars are shown.`,
  lapsedWithdrawn: (n: number, number: string, day: string, by: string | null) =>
    `Once recognised with ${n} stars by Decision ${number}; withdrawn from ${day} on${by ? ` by Decision ${by}` : ''}, so no stars are shown.`,
  reported: (n: number, year: number | null) =>
    `State press or a state portal reported ${n} stars${year ? ` in ${year}` : ''}; the file has no decision number and date yet, so this site shows no stars.`,
  reportedExpired: 'If it existed, that certificate is by now older than 36 months.',
  none: 'No recognition on file',
  noneLong:
    'No recognition on file. This site shows stars only with a recognition decision in force and a source that can be checked.',
  notProven: 'Source or date not enough to show stars',
  whatStarsMean: 'What do OCOP stars mean?',
  types: {
    'entry-list': 'Entry list',
    recognition: 'Recognition',
    withdrawal: 'Withdrawal',
  },
  typeNotes: {
    'entry-list':
      'A list of products entering the year’s assessment. It is not a recognition and gives no product any stars.',
    recognition:
      'Recognises that a product reached its stars. A certificate holds for 36 months from its issue.',
    withdrawal: 'Withdraws recognition: from that day the product may not carry OCOP stars.',
  },
  decisions: {
    decision: 'Decision',
    title: 'Decisions',
    description:
      'Decisions on OCOP products in this record: recognitions, entry lists and withdrawals, with number, date and issuer.',
    lede: 'Every star on this site leads back to a decision. The same number can come from several issuers in several years, so a decision is named by issuer, number and date.',
    number: 'Number',
    date: 'Signed on',
    countedFrom: 'Counted from',
    yearOnly: (year: number) => `${year} (day not known)`,
    issuer: 'Issuer',
    type: 'Type',
    products: 'Products named in the decision',
    productsInRecord: (n: number) => (n === 1 ? '1 product on record' : `${n} products on record`),
    noProducts: 'No product on record is linked to this decision yet.',
    starsGiven: 'Stars given',
    starsWithdrawn: 'Stars withdrawn',
    withdrawnFrom: 'Withdrawn from',
    note: 'Note',
  },
};
