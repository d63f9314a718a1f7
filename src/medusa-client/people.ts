import {
  acceptanceAnswer,
  accountAnswer,
  earlierOrders,
  invitationAnswer,
  linkAnswer,
  NO_SESSION,
  passwordAnswer,
  signInAnswer,
  type AcceptanceAnswer,
  type Account,
  type EarlierOrder,
  type InvitationAcceptance,
  type InvitationAnswer,
  type InvitationLook,
  type LinkRequest,
  type PasswordAnswer,
  type PasswordChange,
  type SignInAnswer,
  type SignInRequest,
} from '@ocop/contract/people';
import { z } from 'zod';
import type { MedusaConnection } from './connection.ts';
import type { EdgeError, Result } from './result.ts';

export type { Account, EarlierOrder, InvitationAnswer };

/** A password is compared when it is its turn. */
const PASSWORD_DEADLINE_MS = 15_000;

/** Whether a session is over: sign in again. Any other refusal is a fault of the site's own keys. */
export const isSignedOut = ({ type, detail }: EdgeError): boolean =>
  type === 'unauthorised' && detail?.startsWith(NO_SESSION) === true;

/** `not-found`, here as below: a Medusa of before accounts. */
export function signIn(medusa: MedusaConnection, request: SignInRequest): Promise<Result<SignInAnswer>> {
  const options = { method: 'POST', body: request, deadlineMs: PASSWORD_DEADLINE_MS } as const;
  return medusa.site(signInAnswer, 'people/sign-in', options);
}

export function askForLink(
  medusa: MedusaConnection,
  request: LinkRequest,
): Promise<Result<{ outcome: 'sent' | 'limited' }>> {
  return medusa.site(linkAnswer, 'people/links', { method: 'POST', body: request });
}

/** Uses a link up. */
export function useLink(medusa: MedusaConnection, token: string): Promise<Result<SignInAnswer>> {
  return medusa.site(signInAnswer, 'people/links/use', { method: 'POST', body: { token } });
}

export function lookAtInvitation(
  medusa: MedusaConnection,
  request: InvitationLook,
): Promise<Result<InvitationAnswer>> {
  return medusa.site(invitationAnswer, 'people/invitations/look', { method: 'POST', body: request });
}

export function acceptInvitation(
  medusa: MedusaConnection,
  request: InvitationAcceptance,
): Promise<Result<AcceptanceAnswer>> {
  const options = { method: 'POST', body: request, deadlineMs: PASSWORD_DEADLINE_MS } as const;
  return medusa.site(acceptanceAnswer, 'people/invitations/accept', options);
}

export function fetchAccount(medusa: MedusaConnection, session: string): Promise<Result<Account>> {
  return medusa.site(accountAnswer, 'people/session', { session });
}

export function changePassword(
  medusa: MedusaConnection,
  session: string,
  body: PasswordChange,
): Promise<Result<PasswordAnswer>> {
  const options = { method: 'POST', session, body, deadlineMs: PASSWORD_DEADLINE_MS } as const;
  return medusa.site(passwordAnswer, 'people/password', options);
}

export function signOut(
  medusa: MedusaConnection,
  session: string,
  everywhere: boolean,
): Promise<Result<unknown>> {
  return medusa.site(z.unknown(), 'people/sign-out', { method: 'POST', session, body: { everywhere } });
}

const orders = earlierOrders.transform((answer) => answer.orders);

/** Earlier orders of the customer who is signed in; `not-found` for anybody else. */
export function fetchEarlierOrders(
  medusa: MedusaConnection,
  session: string,
): Promise<Result<EarlierOrder[]>> {
  return medusa.site(orders, 'people/orders', { session });
}
