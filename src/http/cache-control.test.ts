import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { cacheControl } from './cache-control.ts';

it('lets shared caches store nothing that is told to one reader', () => {
  for (const value of [cacheControl.personal, cacheControl.never]) expect(value).toContain('no-store');
  expect(cacheControl.onDemand).toMatch(/^private/);
});

it('is the only place where what a cache may store is written down', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(ts|tsx|astro)$/.test(name) && !/\.test\.ts$|\/testing\//.test(name),
  );
  const literal =
    /cache-control['"]?\s*[:,]\s*['"`](?:public|private|no-)|['"`](?:public|private), (?:max-age|no-)/i;
  const writers = sources.filter((name) => literal.test(readFileSync(path.join('src', name), 'utf8')));
  expect(writers).toEqual([path.join('http', 'cache-control.ts')]);
});
