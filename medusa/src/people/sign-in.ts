/** Beginning a session: by password, by a link, by an invitation; and a new password. */
import type { MedusaContainer } from '@medusajs/framework/types';
import { Modules } from '@medusajs/framework/utils';
import type {
  AcceptanceAnswer,
  InvitationAcceptance,
  InvitationAnswer,
  InvitationLook,
  LinkAnswer,
  LinkRequest,
  PasswordAnswer,
  PasswordChange,
  SignInAnswer,
  SignInRequest,
} from '@ocop/contract/people';
import { isPassword } from '@ocop/rules/people/account-times';
import { readInvitationCode } from '@ocop/rules/people/invitation-code';
import { readLoginName } from '@ocop/rules/people/login-name';
import type { Attempt } from '../modules/people/attempts.ts';
import type { OpenInvitation } from '../modules/people/members.ts';
import type { Session } from '../modules/people/sessions.ts';
import { customerOf } from './customers.ts';
import { sendSignInLink } from './link-mail.ts';
import { comparePassword, hasPassword, setPassword } from './passwords.ts';
import { peopleIn } from './session.ts';

type Limited = { outcome: 'limited'; retryAfterSeconds: number };

/** By login and password. What is refused is refused alike, after the same work, whoever has or has not the login. */
export async function signInByPassword(
  container: MedusaContainer,
  { login: typed, password, network }: SignInRequest,
): Promise<SignInAnswer> {
  const { attempts, members, sessions } = peopleIn(container);
  const read = readLoginName(typed);
  const attempt: Attempt = { kind: 'login', about: read?.login ?? '', network };
  const counted = await attempts.begin(attempt);
  if (counted.limited) return { outcome: 'limited', retryAfterSeconds: counted.retryAfterSeconds };
  const member = read && (await members.byLogin(read.login));
  const compared = await comparePassword(container, member?.id ?? null, password);
  if (compared === 'busy') return { outcome: 'busy' };
  if (compared === 'wrong' || !member || member.disabledAt !== null) return { outcome: 'refused' };
  await attempts.succeeded(attempt, counted.key);
  const token = await sessions.begin({ type: 'producer', id: member.id }, 'password');
  return { outcome: 'signed-in', token, type: 'producer' };
}

/** Sends a link to whatever address: what opens with it is decided when it is used. */
export async function askForLink(
  container: MedusaContainer,
  { email, language }: LinkRequest,
): Promise<LinkAnswer> {
  const read = readLoginName(email);
  if (read?.kind !== 'email') return { outcome: 'sent' };
  const { attempts } = peopleIn(container);
  const counted = await attempts.begin({ kind: 'link', about: read.login, network: null });
  if (counted.limited) return { outcome: 'limited' };
  await sendSignInLink(container, read.login, language);
  return { outcome: 'sent' };
}

/** By a link: as the member whose login the address is, else as the customer of that address. */
export async function signInByLink(container: MedusaContainer, token: string): Promise<SignInAnswer> {
  const { links, members, sessions } = peopleIn(container);
  const email = await links.use(token);
  if (email === null) return { outcome: 'refused' };
  const member = await members.byLogin(email);
  const isMember = member !== null && member.disabledAt === null;
  const actor = isMember
    ? ({ type: 'producer', id: member.id } as const)
    : ({ type: 'customer', id: (await customerOf(container, email)).id } as const);
  return { outcome: 'signed-in', token: await sessions.begin(actor, 'link'), type: actor.type };
}

/** What an invitation offers, before it is accepted. */
export async function lookAtInvitation(
  container: MedusaContainer,
  asked: InvitationLook,
): Promise<InvitationAnswer> {
  const found = await invitationOf(container, asked);
  if ('outcome' in found) return found;
  const { member, grants } = found;
  return { outcome: 'open', name: member.name, login: member.login, grants };
}

/**
 * Accepts an invitation: the person gets the login and the password, all earlier sessions end. One at a time for each
 * code; a process that ends in between leaves a code that is still good.
 */
export async function acceptInvitation(
  container: MedusaContainer,
  request: InvitationAcceptance,
): Promise<AcceptanceAnswer> {
  const { members, sessions } = peopleIn(container);
  const first = await invitationOf(container, request);
  if ('outcome' in first) return first;
  const read = readLoginName(first.member.login ?? request.login);
  if (!read) return { outcome: 'login' };
  if (!isPassword(request.password)) return { outcome: 'password' };
  const { id } = first.member;
  return container.resolve(Modules.LOCKING).execute(
    `person:${id}`,
    async (): Promise<AcceptanceAnswer> => {
      // Somebody else with the same code may have come first.
      const still = await members.invitation(readInvitationCode(request.code) ?? '');
      if (still?.id !== first.id) return { outcome: 'refused' };
      if (await members.isTaken(read.login, id)) return { outcome: 'taken' };
      if (!(await setPassword(container, id, request.password))) return { outcome: 'busy' };
      const trouble = await members.accept(first.id, id, read.login);
      if (trouble !== null) return { outcome: trouble === 'used' ? 'refused' : 'taken' };
      const token = await sessions.begin({ type: 'producer', id }, 'invitation');
      return { outcome: 'signed-in', token, type: 'producer' };
    },
    { timeout: 10 },
  );
}

async function invitationOf(
  container: MedusaContainer,
  { code: typed, network }: InvitationLook,
): Promise<OpenInvitation | Limited | { outcome: 'refused' }> {
  const { attempts, members } = peopleIn(container);
  const attempt: Attempt = { kind: 'invitation', about: network, network: null };
  const counted = await attempts.begin(attempt);
  if (counted.limited) return { outcome: 'limited', retryAfterSeconds: counted.retryAfterSeconds };
  const code = readInvitationCode(typed);
  const found = code === null ? null : await members.invitation(code);
  if (!found) return { outcome: 'refused' };
  await attempts.succeeded(attempt, counted.key);
  return found;
}

/**
 * A new password: with the former one, or without it a moment after signing in by a link. All sessions end; the one
 * that is answered is new.
 */
export async function changePassword(
  container: MedusaContainer,
  { actor: { type, id }, fresh }: Session,
  { current, next }: PasswordChange,
): Promise<PasswordAnswer> {
  const { attempts, members, sessions } = peopleIn(container);
  if (type !== 'producer' || !isPassword(next)) return { outcome: 'password' };
  if (!fresh && (await hasPassword(container, id))) {
    const attempt: Attempt = { kind: 'login', about: id, network: null };
    const counted = await attempts.begin(attempt);
    if (counted.limited) return { outcome: 'limited', retryAfterSeconds: counted.retryAfterSeconds };
    const compared = await comparePassword(container, id, current ?? '');
    if (compared === 'busy') return { outcome: 'busy' };
    if (compared === 'wrong') return { outcome: 'wrong-current' };
    await attempts.succeeded(attempt, counted.key);
  }
  if (!(await setPassword(container, id, next))) return { outcome: 'busy' };
  await sessions.endAll({ type, id });
  await members.notePassword(id);
  return { outcome: 'changed', token: await sessions.begin({ type, id }, 'password') };
}
