import path from 'node:path';

/** Folder of the repository. */
export const rootDir = path.resolve(import.meta.dirname, '../..');
