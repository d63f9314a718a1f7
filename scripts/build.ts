import path from 'node:path';
import { buildForProduction } from './stack/build.ts';

process.exit(
  await buildForProduction(path.resolve(process.env.OUT_DIR ?? 'dist'), (text) => process.stdout.write(text)),
);
