import { readCommandLine } from '../src/config/command-line.mjs';
import { ensureInstalled } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

const { positionals } = readCommandLine(
  `
npm test
npm run test:unit -- [WORD …]          seconds; needs no server
npm run test:integration -- [WORD …]   starts servers of its own
npm run test:e2e -- [WORD …]           the same, in Chromium
npm run check                          types
npm run lint                           ESLint, room imports, layout

Runs what must hold and ends "N passed, N failed"; npm test runs all of it. WORDs pick the test files whose
path holds one of them.
`,
  { words: Infinity },
);
await ensureInstalled();
runOnNode24('scripts/test.ts', positionals);
