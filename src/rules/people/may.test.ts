import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, roles, type Action, type Actor, type Role, type Thing } from './actor.ts';
import { may, scopesFor } from './may.ts';

const id = fc.constantFrom('ct-aaaaaaaa', 'ct-bbbbbbbb', 'cus_1', 'cus_2');
const grant = fc.record({
  role: fc.constantFrom(...(Object.keys(roles) as Role[])),
  scope: fc.record({
    kind: fc.constantFrom<'producer' | 'commune'>('producer', 'commune'),
    id,
  }),
});
const member = fc.record({
  kind: fc.constant('member' as const),
  id,
  grants: fc.array(grant, { maxLength: 4 }),
});
const customer = fc.record({ kind: fc.constant('customer' as const), id });
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant({ kind: 'anonymous' as const }),
  customer,
  member,
  fc.record({ kind: fc.constant('staff' as const), id }),
);
const thing: fc.Arbitrary<Thing> = fc.oneof(
  fc.record({ kind: fc.constant('order' as const), customers: fc.array(id, { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('parcel' as const), producer: fc.option(id) }),
  fc.constant({ kind: 'people' as const }),
);
const action = fc.constantFrom<Action>(...actions);

describe('may', () => {
  it('lets nobody unknown do anything', () => {
    fc.assert(
      fc.property(action, thing, (a, t) => {
        expect(may({ kind: 'anonymous' }, a, t)).toBe(false);
      }),
    );
  });

  it('never lets an action meet a thing of another kind', () => {
    fc.assert(
      fc.property(actor, action, thing, (who, what, on) => {
        if (!what.startsWith(`${on.kind}:`)) expect(may(who, what, on)).toBe(false);
      }),
    );
  });

  it('lets a member act on the parcels of granted producers alone, as the question to the database does', () => {
    fc.assert(
      fc.property(member, action, thing, (who, what, on) => {
        const scopes = scopesFor(who, what, 'producer');
        const inScope = on.kind === 'parcel' && on.producer !== null && scopes.includes(on.producer);
        expect(may(who, what, on)).toBe(inScope && what.startsWith('parcel:'));
        for (const scope of scopes) {
          expect(who.grants.some((one) => one.scope.kind === 'producer' && one.scope.id === scope)).toBe(
            true,
          );
        }
      }),
    );
  });

  it('lets a customer see her own orders and no one else’s', () => {
    fc.assert(
      fc.property(customer, action, thing, (who, what, on) => {
        const hers = on.kind === 'order' && on.customers.includes(who.id);
        expect(may(who, what, on)).toBe(hers && what.startsWith('order:'));
      }),
    );
  });

  it('grants no more for a grant less', () => {
    fc.assert(
      fc.property(member, action, thing, (who, what, on) => {
        const less = { ...who, grants: who.grants.slice(1) };
        if (may(less, what, on)) expect(may(who, what, on)).toBe(true);
      }),
    );
  });

  it('knows readers from packers', () => {
    const scope = { kind: 'producer', id: 'ct-aaaaaaaa' } as const;
    const who = (role: Role): Actor => ({ kind: 'member', id: 'm', grants: [{ role, scope }] });
    const parcel: Thing = { kind: 'parcel', producer: 'ct-aaaaaaaa' };
    expect(may(who('producer-reader'), 'parcel:read', parcel)).toBe(true);
    expect(may(who('producer-reader'), 'parcel:pack', parcel)).toBe(false);
    expect(may(who('producer-packer'), 'parcel:pack', parcel)).toBe(true);
    expect(may(who('producer-packer'), 'parcel:pack', { ...parcel, producer: null })).toBe(false);
    expect(may({ kind: 'staff', id: 'u' }, 'people:invite', { kind: 'people' })).toBe(true);
    expect(may({ kind: 'staff', id: 'u' }, 'order:again', { kind: 'order', customers: [] })).toBe(false);
  });
});
