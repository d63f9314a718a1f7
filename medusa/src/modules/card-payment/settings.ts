/** How cards are taken, from the environment (see src/env.ts). */
export interface CardSettings {
  /** The secret key of the seller's account at Stripe. */
  apiKey: string;
  /** Signs what Stripe tells of. */
  webhookSecret: string;
  /** Where Stripe's API is; null for Stripe itself. A stand-in for tests answers elsewhere. */
  apiUrl: string | null;
  /** The least total of an order that is paid by card, whole đồng. */
  leastTotal: number;
  /** How long a hosted page can be paid on, minutes; Stripe takes 30 to 1440. */
  withinMinutes: number;
}
