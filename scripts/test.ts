import { runTests } from '../tests/support/run.ts';

const [selection = 'all', ...filters] = process.argv.slice(2);
process.exit(await runTests(selection, (text) => process.stdout.write(text), filters));
