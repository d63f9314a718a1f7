import { writeFile } from 'node:fs/promises';
import { routesDocument } from '../src/server/routes-table.ts';

// docs/routes.md, in the layout Prettier leaves alone (.prettierignore).
await writeFile(new URL('../docs/routes.md', import.meta.url), routesDocument());
