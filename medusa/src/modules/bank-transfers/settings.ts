import type { BankAccount } from '@ocop/rules/payment/vietqr';

/** How transfers are taken, from the environment (see src/env.ts). */
export interface TransferSettings {
  /** Where buyers transfer to. */
  account: BankAccount & { holder: string };
  /** How long an order waits for its transfer, hours. */
  withinHours: number;
}

/** The secrets of those who tell of transfers; a service without one is not listened to. */
export interface TransferSecrets {
  /** Our own form: HMAC-SHA256 over time and body. */
  signed?: string | undefined;
  /** SePay: the key of `Authorization: Apikey`, or the secret of its signature. */
  sepayKey?: string | undefined;
  sepaySecret?: string | undefined;
  /** Casso: the `secure-token` of its first form, or the key of its signature. */
  cassoToken?: string | undefined;
  cassoSecret?: string | undefined;
  payosKey?: string | undefined;
}

/** What the module is told of the environment; `settings` is null where the shop takes no transfers. */
export interface TransferOptions {
  settings: TransferSettings | null;
  secrets: TransferSecrets;
}
