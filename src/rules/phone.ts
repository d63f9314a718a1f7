/**
 * Reads a Vietnamese phone number typed in any usual way: `0912 345 678`, `+84 912.345.678`,
 * `(024) 3825-4321`, full-width digits.
 * @returns the national form without spaces, `0912345678`, or `null` when it is not one.
 * Mobile numbers have 10 digits after 03, 05, 07, 08, 09; land lines 11 digits after 02
 * (Quyết định 2036/QĐ-BTTTT, 21/11/2016, and Thông tư 22/2014/TT-BTTTT).
 */
export function normalisePhone(typed: string): string | null {
  const compact = typed.normalize('NFKC').replace(/[\s().\-–_/]/g, '');
  const national = compact.replace(/^(?:\+84|0084|84(?=\d{9,10}$))0?/, '0');
  return /^0[35789]\d{8}$/.test(national) || /^02\d{9}$/.test(national) ? national : null;
}
