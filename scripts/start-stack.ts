import './load-env.mjs';
import { start } from './stack/start.ts';

const acceptKeys = process.argv.includes('--accept-keys');
process.exit(await start((text) => process.stdout.write(text), 'built', { acceptKeys }));
