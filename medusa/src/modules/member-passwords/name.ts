/** The provider of passwords of people who sign in on the site, as Medusa names it. */
export const MEMBER_PASSWORDS = 'memberpass';
