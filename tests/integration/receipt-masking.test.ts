import { expect, test } from 'vitest';
import { maskPhone } from '../../medusa/src/api/site/receipts/[orderId]/receipt.ts';

test.each([
  ['0912345678', '••• ••• 678'],
  ['+84 912 345 678', '••• ••• 678'],
  ['12345', '•••'],
  ['', ''],
])('the phone %s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});
