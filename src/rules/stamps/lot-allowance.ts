/**
 * How many live stamps a lot may have. Every pack of a lot wears one stamp; a few more are torn, misplaced
 * or kept as samples before anybody notes them as void. Live stamps beyond that are stamps for goods that
 * the lot does not have, which is what a stamp is there to prevent.
 */
const SPARE_SHARE = 0.05;
/** A small lot spoils a few stamps too. */
const SPARE_LEAST = 5;

/** The most stamps a lot of `quantity` packs may have in use without a reason being noted. */
export function stampsAllowed(quantity: number): number {
  return quantity + Math.max(SPARE_LEAST, Math.ceil(quantity * SPARE_SHARE));
}

/** Whether a lot of `quantity` packs has more stamps in use than it may have packs to wear them. */
export function hasTooManyStamps({ quantity, live }: { quantity: number; live: number }): boolean {
  return live > stampsAllowed(quantity);
}
