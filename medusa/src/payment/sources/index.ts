import type { BankService } from '@ocop/contract/bank-transfers';
import { readCasso } from './casso.ts';
import { readPayos } from './payos.ts';
import type { Reader } from './reading.ts';
import { readSepay } from './sepay.ts';
import { readSigned } from './signed.ts';

/** How the notifications of each service are read. */
export const readers: Readonly<Record<BankService, Reader>> = {
  signed: readSigned,
  sepay: readSepay,
  casso: readCasso,
  payos: readPayos,
};
