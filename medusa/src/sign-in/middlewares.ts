/**
 * What stands before Medusa's own routes of signing in (/auth). Staff alone have accounts, by invitation
 * alone; failed attempts are counted, and nothing tells whether an address has an account.
 */
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from '@medusajs/framework/http';
import { Modules } from '@medusajs/framework/utils';
import { networkOfRequest } from './client.ts';
import { createAttemptCounter, PASSWORD_LENGTH } from './limits.ts';

/** No sooner is a request for a new password answered (ms): longer than the work takes where there is an account. */
const RESET_MS = 400;

const PASSWORDS = '/auth/user/emailpass';
/** What the staff screens need; every other route below /auth is not offered, also what Medusa may add. */
const offered = [
  /^\/auth\/session$/,
  /^\/auth\/user\/providers$/,
  /^\/auth\/user\/emailpass(\/(register|reset-password|update))?$/,
  /^\/auth\/mfa\/(factors|recovery-codes|factors\/\w+|factors\/\w+\/verify|challenges\/\w+\/verify)$/,
];

// As it was written: what Medusa would find in spite of capitals or slashes is not offered.
const pathOf = (req: MedusaRequest) => req.originalUrl.replace(/[?#].*$/s, '');
const field = (req: MedusaRequest, name: string): string => {
  const value = (req.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};

/** 404 for every way of signing in that the staff screens do not use. */
export function onlyStaffSignIn(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const path = pathOf(req);
  if (offered.some((pattern) => pattern.test(path))) return next();
  res.status(404).json({ reason: 'not-offered', message: 'Signing in has no such address here.' });
}

const passwords = createAttemptCounter();
const codes = createAttemptCounter();

/** 429 after too many failed passwords, registrations and requests for a new password. */
export function countPasswords(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const path = pathOf(req);
  if (!path.startsWith(PASSWORDS)) return next();
  const account = (field(req, 'email') || field(req, 'identifier')).trim().toLowerCase().slice(0, 320);
  // A request for a new password is answered alike whether it was right or not.
  const successIsFree = !path.endsWith('/reset-password');
  count(
    passwords,
    { network: networkOfRequest(req), account: account && `${path} ${account}` },
    res,
    next,
    successIsFree,
  );
}

/** 429 after too many wrong codes of a second factor; asked once it is known whose they are. */
export function countCodes(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const { auth_identity_id: account } = (req as AuthenticatedMedusaRequest).auth_context ?? {};
  count(codes, { network: networkOfRequest(req), account: account ?? '' }, res, next, true);
}

function count(
  counter: ReturnType<typeof createAttemptCounter>,
  attempt: { network: string; account: string },
  res: MedusaResponse,
  next: MedusaNextFunction,
  successIsFree: boolean,
): void {
  const now = Date.now();
  const { limited, retryAfterSeconds } = counter.begin(attempt, now);
  if (limited) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    res.setHeader('retry-after', String(retryAfterSeconds));
    res.status(429).json({
      reason: 'too-many-attempts',
      message: `Too many attempts failed. Try again in ${minutes} minutes, or ask whoever runs this server.`,
    });
    return;
  }
  res.once('finish', () => {
    if (successIsFree && res.statusCode < 400) counter.succeeded(attempt, now);
  });
  next();
}

/** 400 where a new password is too short. */
export function longPasswords(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  if (!/\/(register|update)$/.test(pathOf(req)) || [...field(req, 'password')].length >= PASSWORD_LENGTH) {
    return next();
  }
  res.status(400).json({
    type: 'invalid_data',
    reason: 'short-password',
    message: `Nothing was saved. A password has ${PASSWORD_LENGTH} characters at least: several words are easily kept.`,
  });
}

/** 401 for a registration without an invitation that is still good, or with somebody else's. */
export async function onlyInvited(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  if (pathOf(req) !== `${PASSWORDS}/register`) return next();
  const token = invitationOf(req);
  const invite = await req.scope
    .resolve(Modules.USER)
    .validateInviteToken(token)
    .catch(() => null);
  const invited =
    invite !== null && !invite.accepted && invite.email.toLowerCase() === field(req, 'email').toLowerCase();
  if (invited) return next();
  res.status(401).json({
    type: 'unauthorized',
    reason: 'no-invitation',
    message: 'An account is opened by invitation, for the address that was invited. Ask staff for a new one.',
  });
}

/** Programs say it in a header; Medusa's page for invited staff has it in its own address alone. */
function invitationOf(req: MedusaRequest): string {
  const referer = req.get('referer') ?? '';
  return (
    req.get('x-invite-token') ??
    (URL.canParse(referer) ? new URL(referer).searchParams.get('token') : null) ??
    ''
  );
}

/** Answers a request for a new password after the same time, whether somebody has the address or not. */
export function answerAlike(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  if (pathOf(req) !== `${PASSWORDS}/reset-password`) return next();
  const due = performance.now() + RESET_MS;
  const send = res.sendStatus.bind(res);
  res.sendStatus = (status) => {
    setTimeout(() => send(status), Math.max(0, due - performance.now()));
    return res;
  };
  next();
}

/** A new session for each sign-in: one that somebody planted before is worth nothing. */
export function freshSession(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  if (req.method !== 'POST' || pathOf(req) !== '/auth/session') return next();
  (req.session as unknown as { regenerate(done: (error?: unknown) => void): void }).regenerate(next);
}
