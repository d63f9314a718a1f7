import './load-env.mjs';
import { start } from './stack/start.ts';

process.exit(await start((text) => process.stdout.write(text), 'live'));
