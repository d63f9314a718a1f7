import { writeFile } from 'node:fs/promises';
import { readCommandLine } from '../src/config/command-line.mjs';
import { routesDocument } from '../src/server/routes-table.ts';

readCommandLine(`
npm run docs:routes

Writes docs/routes.md from the list of routes in src/server/routes.ts.
`);
// In the layout Prettier leaves alone (.prettierignore).
await writeFile(new URL('../docs/routes.md', import.meta.url), routesDocument());
