/**
 * The number an invoice is made out to. A company has a tax code (mã số thuế, MST) of ten digits, its branches
 * three more; since 1/7/2025 persons and household businesses are known by their twelve-digit personal identity number
 * (Circular 86/2024/TT-BTC, Article 5).
 */
import { validate } from 'stdnum/lib/cjs/vn/mst.js';

/** `company`: ten digits, or ten, a hyphen and three. `person`: twelve digits. */
export interface TaxCode {
  kind: 'company' | 'person';
  code: string;
}

/** The most characters of what is typed: twelve digits with spaces between. */
export const TAX_CODE_LENGTH = 24;

/** The first three digits of a personal number are its province of birth's, 001 to 096. */
const LAST_PROVINCE = 96;

/** Reads a tax code as people write it, with spaces, dots or a hyphen; null where it is none. */
export function readTaxCode(typed: string): TaxCode | null {
  const spaced = typed.normalize('NFKC').replace(/[\s.]/g, '');
  const digits = spaced.replace(/\p{Pd}/gu, '');
  // With a hyphen it is a branch of which a digit is missing.
  if (/^\d{12}$/.test(spaced)) {
    const province = Number(digits.slice(0, 3));
    return province >= 1 && province <= LAST_PROVINCE ? { kind: 'person', code: digits } : null;
  }
  if (!/^\d{10}(\d{3})?$/.test(digits) || !validate(digits).isValid) return null;
  const branch = digits.slice(10);
  return { kind: 'company', code: branch === '' ? digits : `${digits.slice(0, 10)}-${branch}` };
}
