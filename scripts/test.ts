import { runTests } from '../tests/support/run.ts';

process.exit(await runTests(process.argv[2] ?? 'all', (text) => process.stdout.write(text)));
