import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/**
 * Medusa notes which migrations ran by their names alone, for all modules in one table: of two of one name in
 * two modules the second is never run, without a word.
 */
it('no two migrations of our modules have one name', () => {
  const names = globSync('*/migrations/Migration*.ts', { cwd: import.meta.dirname }).map((file) =>
    path.basename(file, '.ts'),
  );
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
