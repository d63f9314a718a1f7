/**
 * Every rate limit of the site, in one table. Clients are told apart by their network (/24 of IPv4,
 * /48 of IPv6): behind one address of a mobile carrier stand thousands of people, so what a person
 * needs is answered always, and only what guesses, or asks Medusa on behalf of nobody known, is
 * counted.
 */
import { clientNetwork, type ClientRequest } from './client-address.ts';
import {
  createRateLimiter,
  type RateDecision,
  type RateLimit,
  type RateLimiter,
} from '@ocop/rules/network/rate-limiter';

export interface NamedRateLimit extends RateLimit {
  /** What is counted, in a few words for the table of routes. */
  counts: string;
}

const MINUTE_MS = 60_000;

export const rateLimits = {
  /**
   * Slows down whoever guesses stamp codes, without anybody else noticing: counted only after a code
   * turned out wrong, wherever it was asked about. A genuine code is never refused.
   */
  wrongCodes: {
    requests: 20,
    windowMs: 10 * MINUTE_MS,
    clients: 10_000,
    counts: 'wrong stamp codes',
  },
  /**
   * Typed codes that are none of ours, read in every way a slip or a Vietnamese keyboard could have made of
   * a right one: some tens of milliseconds each. Beyond the limit a code is read as it stands.
   */
  codeReadings: {
    requests: 60,
    windowMs: 10 * MINUTE_MS,
    clients: 10_000,
    counts: 'typed codes read in other ways',
  },
  /**
   * Questions the site cannot answer without Medusa, about lots and about the GTIN of a typed code: two
   * a second for a network.
   */
  lotQueries: {
    requests: 120,
    windowMs: MINUTE_MS,
    clients: 10_000,
    counts: 'questions about lots',
  },
  /** Posted reports, before their body is read: a market hall behind one address is still heard. */
  reports: {
    requests: 40,
    windowMs: 60 * MINUTE_MS,
    clients: 5_000,
    counts: 'reports',
  },
  /** Numbers of orders with a telephone that is not theirs; a pair that belongs together is not counted. */
  orderLookups: {
    requests: 20,
    windowMs: 10 * MINUTE_MS,
    clients: 10_000,
    counts: 'orders asked for with a wrong telephone',
  },
  /** What services that read the seller's account, or take cards for it, tell; what is signed as it should be is not counted. */
  bankNotifications: {
    requests: 60,
    windowMs: 10 * MINUTE_MS,
    clients: 5_000,
    counts: 'notifications of money nobody signed',
  },
  /** Buyers who come back from the page of a card, and ask again: thousands of people may stand behind one address. */
  cardLooks: {
    requests: 600,
    windowMs: 10 * MINUTE_MS,
    clients: 10_000,
    counts: 'questions whether a card was charged',
  },
  /** Passwords, links and codes of invitations, before Medusa is asked; what was right is not counted. */
  signIns: {
    requests: 40,
    windowMs: 10 * MINUTE_MS,
    clients: 10_000,
    counts: 'attempts to sign in',
  },
  /** Codes of coupons typed or followed by a link: whoever guesses gets few tries, a market hall enough. */
  coupons: {
    requests: 60,
    windowMs: 10 * MINUTE_MS,
    clients: 10_000,
    counts: 'codes of coupons',
  },
  /** Forms sent to place an order, before Medusa is asked. */
  orders: {
    requests: 120,
    windowMs: 60 * MINUTE_MS,
    clients: 10_000,
    counts: 'orders sent',
  },
} as const satisfies Record<string, NamedRateLimit>;

export type RateLimitName = keyof typeof rateLimits;

/** A limit for people: "20 wrong stamp codes in 10 minutes". */
export function describeRateLimit(name: RateLimitName): string {
  const { requests, counts, windowMs } = rateLimits[name];
  const minutes = windowMs / MINUTE_MS;
  return `${requests} ${counts} in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`;
}

const limiters = new Map<RateLimitName, RateLimiter>();

/**
 * Counts one request against a limit by the client's network.
 *
 *   const { limited, retryAfterSeconds } = countRequest('wrongCodes', request);
 *
 * When `limited`, the answer is 429 with `Retry-After: {retryAfterSeconds}`.
 */
export function countRequest(name: RateLimitName, request: ClientRequest, now = Date.now()): RateDecision {
  const limiter = limiters.get(name) ?? createRateLimiter(rateLimits[name]);
  limiters.set(name, limiter);
  return limiter.take(clientNetwork(request), now);
}

/** Takes back what `countRequest` counted at `now`: it turned out to be nothing to count. */
export function uncountRequest(name: RateLimitName, request: ClientRequest, now: number): void {
  limiters.get(name)?.giveBack(clientNetwork(request), now);
}
