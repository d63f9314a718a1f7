/**
 * VietQR: the code a Vietnamese bank's app reads to fill in a transfer. EMVCo's merchant-presented payload with the
 * fields of NAPAS, written by `vietnam-qr-pay`, which writes what no bank reads where it is given a number as sum,
 * marks or too long a note; so everything is checked before, and what was written is read again after.
 */
import { Banks, QRPay, VietQRService } from 'vietnam-qr-pay';

/** An account that money is transferred to. */
export interface BankAccount {
  /** The bank's six digits among banks (BIN), as NAPAS gives them. */
  bin: string;
  /** As the bank writes it. */
  number: string;
}

/** A bank that takes transfers by VietQR. */
export interface Bank {
  bin: string;
  /** Such as `Vietcombank`. */
  name: string;
}

const banks: ReadonlyMap<string, Bank> = new Map(
  Banks.filter(({ vietQRStatus, deprecated }) => vietQRStatus >= 0 && deprecated !== true).map(
    ({ bin, shortName }) => [bin, { bin, name: shortName }],
  ),
);

/** The bank with this BIN; null where none takes transfers by VietQR under it. */
export function bankOf(bin: string): Bank | null {
  return banks.get(bin) ?? null;
}

/** What a bank's account number may be written with, NAPAS's longest. */
export const accountNumberShape = /^[0-9A-Za-z]{1,19}$/;

/** Letters every bank keeps as they are; EMVCo's longest note. */
const noteShape = /^[A-Z0-9 ]{1,25}$/;

/**
 * The text of the QR code that asks for one transfer.
 * @param amount whole đồng, at least 1
 * @param note capitals without marks, digits and spaces, at most 25
 * @throws RangeError naming what is not as it has to be
 */
export function vietQrText({ bin, number }: BankAccount, amount: number, note: string): string {
  const faults = [
    ...(bankOf(bin) ? [] : ['the bank']),
    ...(accountNumberShape.test(number) ? [] : ['the account number']),
    ...(Number.isSafeInteger(amount) && amount >= 1 && amount < 1e13 ? [] : ['the amount']),
    ...(noteShape.test(note) ? [] : ['the note']),
  ];
  if (faults.length > 0)
    throw new RangeError(`No VietQR code can be made: ${faults.join(', ')} is not right.`);
  const sum = String(amount);
  const text = QRPay.initVietQR({ bankBin: bin, bankNumber: number, amount: sum, purpose: note }).build();
  const read = new QRPay(text);
  const isAsMeant =
    read.isValid &&
    read.consumer.bankBin === bin &&
    read.consumer.bankNumber === number &&
    read.provider.service === (VietQRService.BY_ACCOUNT_NUMBER as string) &&
    read.amount === sum &&
    read.additionalData.purpose === note;
  if (!isAsMeant) throw new RangeError('The VietQR code that was made does not read as it was meant.');
  return text;
}
