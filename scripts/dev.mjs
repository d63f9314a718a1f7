import { ensureInstalled, runOnNode24 } from './node24.mjs';

ensureInstalled();
runOnNode24('scripts/dev-stack.ts', process.argv.slice(2));
