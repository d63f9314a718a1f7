import { expect, it } from 'vitest';
import { plainProduct } from '../record/testing/plain-product.ts';
import { formerAddresses } from './former-addresses.ts';

it('leads every former name to the present page of its kind, in both languages', () => {
  const address = { printed: null, current: null };
  const producer = {
    ...{ id: 'ct-00000001', slug: 'htx-moi', formerSlugs: ['htx-cu'], name: { vi: 'x', en: 'x' } },
    ...{ kind: 'cooperative' as const, address, phone: null, sources: [], sample: false },
  };
  const products = [plainProduct('mam', { formerSlugs: ['mam-nem', 'mam-ca'] }), plainProduct('gom')];
  expect(formerAddresses({ products, producers: [producer] })).toEqual({
    '/san-pham/mam-nem': '/san-pham/mam',
    '/san-pham/mam-ca': '/san-pham/mam',
    '/chu-the/htx-cu': '/chu-the/htx-moi',
    '/en/san-pham/mam-nem': '/en/san-pham/mam',
    '/en/san-pham/mam-ca': '/en/san-pham/mam',
    '/en/chu-the/htx-cu': '/en/chu-the/htx-moi',
  });
});
