import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { environmentNames } from './env.ts';

it('.env.example and the configuration table of the README name every setting, and no other', async () => {
  const example = await readFile('.env.example', 'utf8');
  const named = [...example.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(environmentNames.toSorted());

  const readme = await readFile('README.md', 'utf8');
  const table = readme.slice(readme.indexOf('## Configuration'), readme.indexOf('## Production'));
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z][A-Z0-9_]*)`/g)]);
  expect(told.map(([, name]) => name).toSorted()).toEqual(environmentNames.toSorted());
});
