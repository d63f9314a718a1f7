import { readCommandLine } from '../src/config/command-line.mjs';
import { ensureInstalled } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

const { values } = readCommandLine(
  `
npm start
npm start -- --accept-keys

Installs what is missing, starts PostgreSQL, Meilisearch, Medusa and the site, brings the content to them
and watches over them until Ctrl-C. Settings stand in .env; README.md, "Configuration", lists them.
--accept-keys takes the stamp keys and the database for a pair as they are, where a start says that they are
none: stamps printed with keys that are lost are told to be false from then on.
`,
  { options: { 'accept-keys': { type: 'boolean' } } },
);
await ensureInstalled();
runOnNode24('scripts/start-stack.ts', values['accept-keys'] ? ['--accept-keys'] : []);
