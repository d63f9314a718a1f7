import { readCommandLine } from '../src/config/command-line.mjs';
import { ensureInstalled } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

readCommandLine(`
npm run dev

Starts what npm start does, with live reload: pages follow as files are saved, content is read again (a
fault in it stands here and on every page), Medusa and its staff screens are built again.
`);
await ensureInstalled();
runOnNode24('scripts/dev-stack.ts');
