/**
 * Who asks. Every capability with accounts asks the same rule (may.ts) with the same actor; a role to come (an
 * officer of a province, a member of a council) is one line in {@link roles}.
 */

/** What a grant may be narrowed to. `round`: one round of an assessment. */
export type ScopeKind = 'producer' | 'commune' | 'province' | 'round';

export interface Scope {
  kind: ScopeKind;
  /** A producer's stable id (`ct-…`), the code of an administrative unit, the id of a round. */
  id: string;
}

/** What an action is done to. */
export type ThingKind = 'order' | 'parcel' | 'people';

export const actions = [
  'order:read',
  'order:again',
  'parcel:read',
  'parcel:pack',
  'parcel:hand-over',
  'parcel:stamp',
  'people:read',
  'people:invite',
  'people:grant',
  'people:disable',
] as const;

/** What is done; its first word names the thing. */
export type Action = (typeof actions)[number];

interface RoleRule {
  /** The kind of scope that every grant of this role has. */
  scope: ScopeKind;
  allows: readonly Action[];
}

/** What each role of a member may do, within the scope it was granted for. */
export const roles = {
  /** Packs and hands over what the producer sends. */
  'producer-packer': {
    scope: 'producer',
    allows: ['parcel:read', 'parcel:pack', 'parcel:hand-over', 'parcel:stamp'],
  },
  /** Sees what is sent and changes nothing: whoever keeps the books. */
  'producer-reader': { scope: 'producer', allows: ['parcel:read'] },
} as const satisfies Record<string, RoleRule>;

export type Role = keyof typeof roles;

export const isRole = (text: string): text is Role => Object.hasOwn(roles, text);

export interface Grant {
  role: Role;
  scope: Scope;
}

/** Whoever asks, as the session says it; a member who was disabled has no session and is `anonymous`. */
export type Actor =
  | { kind: 'anonymous' }
  /** Somebody who ordered, known by an e-mail address that was proved; Medusa's own customer. */
  | { kind: 'customer'; id: string }
  /** A person with an account by invitation: a member of a producer, later of an office or a council. */
  | { kind: 'member'; id: string; grants: readonly Grant[] }
  /** Somebody signed in at the staff screens. */
  | { kind: 'staff'; id: string };

/** What is acted on, with the facts that decide: never more of it than that. */
export type Thing =
  /** `customer`: ids of the customers it belongs to; none for an order nobody has claimed. */
  | { kind: 'order'; customers: readonly string[] }
  /** What one producer sends of one order; null for goods of no producer. */
  | { kind: 'parcel'; producer: string | null }
  | { kind: 'people' };
