import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { siteEnv } from '../config/env.ts';
import { stateLogger } from '../log/state-logger.ts';
import { lexiconOf, noLexicon, type Lexicon, type LexiconFile } from './understanding/lexicon.ts';

/** File the build writes names of places and decisions to, inside the snapshot folder. */
export const LEXICON_FILE = 'search-lexicon.json';

const state = stateLogger('search-lexicon');

let cached: { changed: number; lexicon: Promise<Lexicon> } | null = null;

/**
 * The lexicon of the built record, read once and again only after a new build. A site without one still
 * understands stars, states and numbers; that the file cannot be read is told in the log.
 */
export async function siteLexicon(): Promise<Lexicon> {
  const path = join(siteEnv().RECORD_DIR, LEXICON_FILE);
  try {
    const { mtimeMs: changed } = await stat(path);
    if (cached?.changed !== changed) cached = { changed, lexicon: readLexicon(path) };
    const lexicon = await cached.lexicon;
    state.works();
    return lexicon;
  } catch (error) {
    cached = null;
    state.fails(error);
    return noLexicon;
  }
}

/** Our own build wrote the file, so its shape is trusted. */
async function readLexicon(path: string): Promise<Lexicon> {
  return lexiconOf(JSON.parse(await readFile(path, 'utf8')) as LexiconFile);
}
