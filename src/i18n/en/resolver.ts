import type { resolver as vi } from '../vi/resolver.ts';

export const resolver: typeof vi = {
  name: 'GS1 Digital Link resolver of the OCOP storefront',
  links: {
    pip: (product) => `Product information: ${product}`,
    certificationInfo: (decision) => `OCOP recognition decision ${decision}`,
    verificationService: 'Check a traceability stamp',
    traceability: 'Where the item with this stamp comes from',
    recallStatus: 'Whether the item with this stamp is recalled',
    epcis: (lot) => `Events of lot ${lot} (EPCIS 2.0)`,
  },
  failures: {
    'bad-syntax': {
      title: 'This address is not a right GS1 Digital Link',
      text: 'A code in the address is wrong or incomplete, so no page could be opened. Scan the code again, or compare it with the pack digit by digit.',
    },
    'unknown-item': {
      title: 'No product here carries this code',
      text: 'The address is written correctly, but this site holds nothing about that code. Look for the product by its name.',
    },
    'unknown-serial': {
      title: 'This serial is no stamp of this site',
      text: 'A product here carries this trade item number, but the serial in the address was never issued here. Compare it with the stamp character by character; if it was scanned from goods, the stamp may be false.',
    },
    'no-such-link': {
      title: 'There is no link of the kind that was asked for',
      text: 'The code is known here, but not with that kind of information. Leave “linkType” out of the address to open the main page.',
    },
    'read-only': {
      title: 'This address can only be read',
      text: 'Nothing can be sent to the address of a trade item, and nothing was changed. Open the address again in a browser.',
    },
    'too-many': {
      title: 'This network asked too often',
      text: 'Too many questions about lots, or wrong codes, came from your network just now, so this address gets no answer yet. Try again in a few minutes, or scan the stamp to open its own page.',
    },
  },
  all: 'Pages about this trade item',
  detail: 'Technical detail',
  home: 'Home page',
  search: 'Find a product',
};
