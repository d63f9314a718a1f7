import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

const rules = resolve(import.meta.dirname, '../rules');

/** Modules a file imports as values; types are gone in a bundle. */
function valueImports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)';/gms);
  return [...statements].map(([, name = '']) => name);
}

/** The built-in modules of Node.js that a file brings along, by itself or through our own files. */
function nodeModules(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return valueImports(file).flatMap((name) => {
    if (name.startsWith('node:')) return [`${name} in ${file}`];
    const own = name.startsWith('.')
      ? resolve(dirname(file), name)
      : name.startsWith('@ocop/rules/')
        ? resolve(rules, `${name.slice('@ocop/rules/'.length)}.ts`)
        : null;
    return own === null ? [] : nodeModules(own, seen);
  });
}

const files = readdirSync(import.meta.dirname).filter((name) => /(?<!\.test)\.ts$/.test(name));

test('the staff screens bundle the contract: nothing in it needs Node.js', () => {
  expect(files.length).toBeGreaterThan(3);
  for (const name of files) expect(nodeModules(resolve(import.meta.dirname, name)), name).toEqual([]);
});

test('the check finds what a rule of the server brings along', () => {
  expect(nodeModules(resolve(rules, 'stamps/stamp-signing.ts'))).not.toEqual([]);
});
