import { readCommandLine } from '../src/config/command-line.mjs';
import { ensureInstalled, runOnNode24 } from './node24.mjs';

readCommandLine(`
npm start

Installs what is missing, starts PostgreSQL, Meilisearch, Medusa and the site, brings the content to them
and watches over them until Ctrl-C. Settings stand in .env; README.md, "Configuration", lists them.
`);
ensureInstalled();
runOnNode24('scripts/start-stack.ts');
