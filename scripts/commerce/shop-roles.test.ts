import { expect, test } from 'vitest';
import { partInRole, type Part } from './shop-roles.ts';

const part = (there: string[], more: Partial<Part> = {}): Part => ({
  known: ['remembered', 'default'],
  exists: (id) => Promise.resolve(there.includes(id)),
  adopt: () => Promise.resolve(undefined),
  create: () => Promise.resolve('new'),
  ...more,
});

test('a part is the one remembered for its role, whatever it is called', async () => {
  const adopt = () => Promise.reject(new Error('Nobody looks for a name.'));
  expect(await partInRole(part(['remembered', 'default'], { adopt }))).toBe('remembered');
});

test('one that staff deleted gives way to the next known, then to the old name, then to a new one', async () => {
  expect(await partInRole(part(['default']))).toBe('default');
  expect(await partInRole(part([], { adopt: () => Promise.resolve('named') }))).toBe('named');
  expect(await partInRole(part([]))).toBe('new');
});

test('a role nobody knows an id for is no part', async () => {
  expect(await partInRole(part(['default'], { known: [undefined, null, 'default'] }))).toBe('default');
});
