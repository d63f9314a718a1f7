/**
 * `slugs.yaml`: every slug a product or producer ever had, by its stable id. It is what makes a
 * rename visible: a folder name that changed is not the first of its list any more.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isStableId } from '@ocop/rules/stable-id';
import type { StableIdKind } from '@ocop/rules/stable-id';
import { z } from 'zod';
import { schemaProblems } from './problems.ts';
import type { ContentProblem } from './problems.ts';
import { readText } from './read-text.ts';
import { parseYaml } from './read-yaml.ts';

/** Name of the file, in the content folder and, for samples, below samples/. */
export const SLUG_HISTORY_FILE = 'slugs.yaml';

/** Id → slugs, the present one first, then the former ones from the youngest to the oldest. */
export type Slugs = Map<string, string[]>;

/** One file's lists. `removed` holds what left the record for good: its slugs stay taken. */
export interface SlugHistory {
  /** Path from the content folder, for messages. */
  file: string;
  products: Slugs;
  producers: Slugs;
  removed: Slugs;
}

const slugsHint = 'write a list of slugs, the present one first; `npm run ids` does';
const slugs = z
  .array(z.string({ error: slugsHint }).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: slugsHint }), {
    error: slugsHint,
  })
  .min(1, { error: slugsHint });

function byId(what: string, kinds: readonly StableIdKind[]) {
  const hint = `write a line "ID: [slug]" for each ${what}; \`npm run ids\` does`;
  const id = z.string().refine((text) => kinds.some((kind) => isStableId(kind, text)), { error: hint });
  return z.record(id, slugs, { error: hint }).default({});
}

const historySchema = z.strictObject({
  products: byId('product', ['product']),
  producers: byId('producer', ['producer']),
  removed: byId('product or producer that left the record', ['product', 'producer']),
});

/** Reads the history of `root`, or of samples/ below it; without a file it is empty. */
export function readSlugHistory(
  root: string,
  prefix: '' | 'samples/',
  problems: ContentProblem[],
): SlugHistory {
  const file = `${prefix}${SLUG_HISTORY_FILE}`;
  const empty = { file, products: new Map(), producers: new Map(), removed: new Map() };
  const path = join(root, file);
  if (!existsSync(path)) return empty;
  const read = readText(path);
  const parsed = read.ok ? parseYaml(read.text) : read;
  if (!parsed.ok) {
    problems.push({ file, field: '', message: parsed.message });
    return empty;
  }
  const result = historySchema.safeParse(parsed.data ?? {});
  if (!result.success) {
    problems.push(...schemaProblems(file, parsed.data, result.error.issues));
    return empty;
  }
  const { products, producers, removed } = result.data;
  return {
    file,
    products: new Map(Object.entries(products)),
    producers: new Map(Object.entries(producers)),
    removed: new Map(Object.entries(removed)),
  };
}

const HEAD = `# Written by \`npm run ids\`: every name a product or producer ever had in an address, the present one
# first. Old addresses, lots and stamps find their way by it, so nothing is taken out of here.
`;

/** The text of a history, sorted by id so that two branches that add to it rarely meet in one line. */
export function slugHistoryText({ products, producers, removed }: Omit<SlugHistory, 'file'>): string {
  const parts = Object.entries({ products, producers, removed }).filter(([, lists]) => lists.size > 0);
  return HEAD + parts.map(([name, lists]) => `${name}:\n${lines(lists)}`).join('');
}

function lines(lists: Slugs): string {
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, list]) => `  ${id}: [${list.map(plain).join(', ')}]\n`)
    .join('');
}

/** Quotes a slug that YAML could read as something else than a text: `2026`, `true`, `1e5`. */
function plain(slug: string): string {
  return /^[a-z]+-/.test(slug) ? slug : `'${slug}'`;
}
