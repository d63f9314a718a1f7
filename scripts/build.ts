import path from 'node:path';
import { readCommandLine } from '../src/config/command-line.mjs';
import { buildForProduction } from './stack/build.ts';

readCommandLine(`
npm run build

Builds the site for SITE_URL into OUT_DIR (dist if nothing is said). A build that fails leaves the one before
in place.
`);
process.exit(
  await buildForProduction(path.resolve(process.env.OUT_DIR ?? 'dist'), (text) => process.stdout.write(text)),
);
