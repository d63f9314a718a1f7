import { expect, test } from 'vitest';
import { entityForRole, type RoleCandidates } from './shop-roles.ts';

const candidates = (there: string[], more: Partial<RoleCandidates> = {}): RoleCandidates => ({
  known: ['remembered', 'default'],
  exists: (id) => Promise.resolve(there.includes(id)),
  adopt: () => Promise.resolve(undefined),
  create: () => Promise.resolve('new'),
  ...more,
});

test('an entity is the one remembered for its role, whatever it is called', async () => {
  const adopt = () => Promise.reject(new Error('Nobody looks for a name.'));
  expect(await entityForRole(candidates(['remembered', 'default'], { adopt }))).toBe('remembered');
});

test('one that staff deleted gives way to the next known, then to the old name, then to a new one', async () => {
  expect(await entityForRole(candidates(['default']))).toBe('default');
  expect(await entityForRole(candidates([], { adopt: () => Promise.resolve('named') }))).toBe('named');
  expect(await entityForRole(candidates([]))).toBe('new');
});

test('a role nobody knows an id for is no entity', async () => {
  expect(await entityForRole(candidates(['default'], { known: [undefined, null, 'default'] }))).toBe(
    'default',
  );
});
