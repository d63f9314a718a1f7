/** How long what opens an account is good for. */

/** A printed slip travels to a village by motorbike; a link may lie in a mailbox over Tết. */
export const INVITATION_DAYS = 14;
/** A link to sign in, sent by e-mail. */
export const SIGN_IN_LINK_MINUTES = 15;
/** A session nobody used for so long is over. */
export const SESSION_IDLE_DAYS = 14;
/** And each one after so long, whatever was done with it. */
export const SESSION_DAYS = 60;
/** So long after signing in by a link or an invitation a new password is taken without the former one. */
export const FRESH_MINUTES = 15;
/** The fewest characters of a password, as for staff. */
export const PASSWORD_MIN = 12;
/** More would make each attempt dearer and nobody safer. */
export const PASSWORD_MAX = 200;

/** Whether a text is long enough, and short enough, for a password. Characters, not bytes. */
export function isPassword(text: string): boolean {
  const characters = [...text].length;
  return characters >= PASSWORD_MIN && characters <= PASSWORD_MAX;
}

/** After a parcel was handed over, its buyer can be called for so long; then name, telephone and street are gone. */
export const BUYER_SHOWN_DAYS = 14;

const DAY_MS = 86_400_000;

/**
 * Whether a producer still needs to know who the buyer of a parcel is: until it is packed and handed over, for two
 * weeks after that, and not once it was delivered or cancelled.
 * @param now moment in ms
 */
export function showsBuyer(
  parcel: { handedOverAt: Date | null; deliveredAt: Date | null; canceled: boolean },
  now: number,
): boolean {
  if (parcel.canceled || parcel.deliveredAt !== null) return false;
  return parcel.handedOverAt === null || now - parcel.handedOverAt.getTime() < BUYER_SHOWN_DAYS * DAY_MS;
}
