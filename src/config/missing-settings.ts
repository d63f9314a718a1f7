import type { SiteEnvironment } from './env.ts';

/** A setting the site was not given, and what it cannot do without it. */
export interface MissingSetting {
  name: string;
  without: string;
}

type Given = Pick<
  SiteEnvironment,
  | 'STAMP_KEYS'
  | 'STAMPS_DATABASE_URL'
  | 'MEDUSA_URL'
  | 'MEDUSA_PUBLISHABLE_KEY'
  | 'SITE_KEY'
  | 'RECEIPT_SECRET'
>;

/**
 * What a site was not given that it needs to do all it is there for. A site with none of these is one that
 * shows the catalogue alone, and is told so all the same: from outside it looks whole.
 */
export function missingSettings(env: Given): MissingSetting[] {
  const needed: readonly [keyof Given, string, string?][] = [
    [
      'STAMP_KEYS',
      'no stamp can be checked: every printed one is answered with "cannot be checked now"',
      'STAMP_KEYS or STAMP_KEYS_FILE',
    ],
    ['STAMPS_DATABASE_URL', 'stamps are checked and their state, lot and recalls are not known'],
    ['MEDUSA_URL', 'nothing can be ordered, and scans wait on this disk for ever'],
    ['MEDUSA_PUBLISHABLE_KEY', 'nothing can be ordered'],
    ['SITE_KEY', 'prices and stock are as built, and scans wait on this disk for ever'],
    ['RECEIPT_SECRET', 'nothing can be ordered, and no receipt can be opened'],
  ];
  return needed
    .filter(([name]) => env[name] === undefined)
    .map(([name, without, told = name]) => ({ name: told, without }));
}
