/** Accounts: what the site asks of Medusa for people who sign in there, and what staff see of them. */
import { isRole, type Role } from '@ocop/rules/people/actor';
import { LOGIN_LENGTH } from '@ocop/rules/people/login-name';
import { PASSWORD_MAX } from '@ocop/rules/people/account-times';
import { TYPED_INVITATION_LENGTH } from '@ocop/rules/people/invitation-code';
import { z } from 'zod';
import { note } from './fields.ts';

/** The header in which the site shows the session of whoever asks. */
export const SESSION_HEADER = 'x-session';

/** How the message of a 401 begins that says that a session is over, and not that the site's key is wrong. */
export const NO_SESSION = 'no-session';

const role = z
  .string()
  .refine(isRole)
  .transform((text) => text as Role);
const login = z.string().max(LOGIN_LENGTH);
// A password is compared, never trimmed; a longer one is refused by the rule, in words.
const password = z.string().max(PASSWORD_MAX * 4);
/** Opaque: which network a request came from, so that nobody locks an account for everybody. */
const network = z.string().max(64);
const token = z.string().regex(/^[\w-]{43}$/);

export const signInRequest = z.strictObject({ login, password, network });
export const linkRequest = z.strictObject({ email: login, language: z.enum(['vi', 'en']) });
export const linkUse = z.strictObject({ token });
export const invitationCodeTyped = z.string().max(TYPED_INVITATION_LENGTH);
export const invitationLook = z.strictObject({ code: invitationCodeTyped, network });
export const invitationAcceptance = z.strictObject({ code: invitationCodeTyped, network, login, password });
export const passwordChange = z.strictObject({ current: password.nullable(), next: password });
export const signOutRequest = z.strictObject({ everywhere: z.boolean() });

export type SignInRequest = z.output<typeof signInRequest>;
export type LinkRequest = z.output<typeof linkRequest>;
export type LinkUse = z.output<typeof linkUse>;
export type InvitationLook = z.output<typeof invitationLook>;
export type InvitationAcceptance = z.output<typeof invitationAcceptance>;
export type PasswordChange = z.output<typeof passwordChange>;
export type SignOutRequest = z.output<typeof signOutRequest>;

const actorType = z.enum(['customer', 'producer']);
export type AccountType = z.output<typeof actorType>;

/** Where somebody is signed in: the token goes into a cookie and is kept nowhere else. */
const signedIn = z.object({ outcome: z.literal('signed-in'), token, type: actorType });
const limited = z.object({ outcome: z.literal('limited'), retryAfterSeconds: z.int().min(1) });
const busy = z.object({ outcome: z.literal('busy') });

/** `refused`: one of the two is not right, and never which. `busy`: too many at once, nothing was compared. */
export const signInAnswer = z.discriminatedUnion('outcome', [
  signedIn,
  limited,
  busy,
  z.object({ outcome: z.literal('refused') }),
]);
export type SignInAnswer = z.output<typeof signInAnswer>;

/** The same whatever the address: a message is on its way to it, unless it was asked for too often. */
export const linkAnswer = z.object({ outcome: z.enum(['sent', 'limited']) });
export type LinkAnswer = z.output<typeof linkAnswer>;

const scope = z.object({ role, producerId: z.string(), producerName: z.string() });
export type ProducerGrant = z.output<typeof scope>;

export const invitationAnswer = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('open'),
    name: z.string(),
    login: z.string().nullable(),
    grants: z.array(scope),
  }),
  limited,
  z.object({ outcome: z.literal('refused') }),
]);
export type InvitationAnswer = z.output<typeof invitationAnswer>;

/** `login`, `password`: not as they should be. `taken`: somebody has the name already. */
export const acceptanceAnswer = z.discriminatedUnion('outcome', [
  signedIn,
  limited,
  busy,
  z.object({ outcome: z.enum(['refused', 'login', 'password', 'taken']) }),
]);
export type AcceptanceAnswer = z.output<typeof acceptanceAnswer>;

export const passwordAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('changed'), token }),
  limited,
  busy,
  z.object({ outcome: z.enum(['wrong-current', 'password']) }),
]);
export type PasswordAnswer = z.output<typeof passwordAnswer>;

/** Whoever has this session. */
export const accountAnswer = z.object({
  type: actorType,
  name: z.string(),
  login: z.string(),
  grants: z.array(scope),
  hasPassword: z.boolean(),
  /** Signed in a moment ago by a link: a new password needs no former one. */
  fresh: z.boolean(),
});
export type Account = z.output<typeof accountAnswer>;

/** One earlier order of a customer. Amounts in đồng. */
const earlierOrder = z.object({
  id: z.string(),
  code: z.string(),
  placedAt: z.string(),
  total: z.number(),
  canceled: z.boolean(),
  lines: z.array(z.object({ sku: z.string(), title: z.string(), quantity: z.number() })),
});
export const earlierOrders = z.object({ orders: z.array(earlierOrder) });
export type EarlierOrders = z.output<typeof earlierOrders>;
export type EarlierOrder = z.output<typeof earlierOrder>;

// For the staff screens.

const grantRequest = z.strictObject({
  role,
  producerId: z.string().regex(/^ct-[a-z\d]{1,40}$/, 'should be the stable id of a producer, ct-…'),
  producerName: z.string().trim().min(1).max(200),
});

export const inviteMember = z.strictObject({
  name: z.string().trim().min(2).max(100),
  grants: z.array(grantRequest).min(1).max(20),
});
export const changeGrants = z.strictObject({ grants: z.array(grantRequest).max(20), note });
export const disableMember = z.strictObject({ disabled: z.boolean(), note });

export type InviteMember = z.output<typeof inviteMember>;
export type ChangeGrants = z.output<typeof changeGrants>;
export type DisableMember = z.output<typeof disableMember>;

export interface MemberOnList {
  id: string;
  name: string;
  login: string | null;
  disabledAt: string | null;
  grants: ProducerGrant[];
  /** When the code that was last given out ends; null where none is open. */
  invitedUntil: string | null;
  lastSeenAt: string | null;
}

export interface PeopleChange {
  at: string;
  by: string;
  name: string;
  what: 'invited' | 'invited-again' | 'accepted' | 'grants' | 'disabled' | 'enabled' | 'password';
  note: string | null;
}

export interface PeopleList {
  members: MemberOnList[];
  producers: { id: string; name: string }[];
  changes: PeopleChange[];
}

/** Told once, to whoever invited: nobody can look the code up afterwards. */
export interface InvitationMade {
  memberId: string;
  code: string;
  link: string;
  expiresAt: string;
}
