import { roles, type Action, type Actor, type ScopeKind, type Thing, type ThingKind } from './actor.ts';

const ofStaff: ReadonlySet<Action> = new Set<Action>([
  'order:read',
  'parcel:read',
  'parcel:pack',
  'parcel:hand-over',
  'parcel:stamp',
  'people:read',
  'people:invite',
  'people:grant',
  'people:disable',
]);

const ofCustomers: ReadonlySet<Action> = new Set<Action>(['order:read', 'order:again']);

const thingOf = (action: Action): ThingKind => action.slice(0, action.indexOf(':')) as ThingKind;

/**
 * Whether an actor may do something to a thing. Pure: the same answer for the same facts, whoever asks and wherever.
 * What a person may not do is answered 404, as if the thing were not there: whether it is there is nobody's business.
 * Anything that does not fit together (an action on a thing of another kind) is no.
 */
export function may(actor: Actor, action: Action, thing: Thing): boolean {
  if (thingOf(action) !== thing.kind) return false;
  switch (actor.kind) {
    case 'anonymous':
      return false;
    case 'staff':
      return ofStaff.has(action);
    case 'customer':
      return thing.kind === 'order' && ofCustomers.has(action) && thing.customers.includes(actor.id);
    case 'member':
      return (
        thing.kind === 'parcel' &&
        thing.producer !== null &&
        scopesFor(actor, action, 'producer').includes(thing.producer)
      );
  }
}

/**
 * The ids within which a member may do this, each once: what stands in the `where` of a question to the database, so
 * that what is not hers is never read. {@link may} asks this too, so that the two cannot part.
 * @returns none for everybody who is no member
 */
export function scopesFor(actor: Actor, action: Action, kind: ScopeKind): readonly string[] {
  if (actor.kind !== 'member') return [];
  const ids = actor.grants.flatMap(({ role, scope }) => {
    const rule: { scope: ScopeKind; allows: readonly Action[] } = roles[role];
    // A grant with another kind of scope than its role has was made by hand: it grants nothing.
    const counts = rule.scope === kind && scope.kind === kind && rule.allows.includes(action);
    return counts ? [scope.id] : [];
  });
  return [...new Set(ids)];
}
