/**
 * Gives products and producers their stable ids and keeps slugs.yaml in step with the folders. An id
 * that is there is never changed; a file that lost its line gets the id back that its slug has.
 */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isStableId, stableId, STABLE_ID_BITS } from '@ocop/rules/stable-id';
import type { StableIdKind } from '@ocop/rules/stable-id';
import { slugProblem } from '../../src/record/identity-checks.ts';
import { ContentError } from '../../src/record/problems.ts';
import type { ContentProblem } from '../../src/record/problems.ts';
import { readContent } from '../../src/record/read.ts';
import type { RawFile } from '../../src/record/read.ts';
import { readSlugHistory, slugHistoryText } from '../../src/record/slug-history.ts';
import type { SlugHistory } from '../../src/record/slug-history.ts';

/** What a run changed. */
export interface AssignedIds {
  /** Files that got an id. */
  given: { file: string; id: string }[];
  renamed: { id: string; from: string; to: string }[];
  removed: string[];
}

const KINDS = { products: 'product', producers: 'producer' } as const;
type Kind = keyof typeof KINDS;

/**
 * Writes missing ids into the files of `contentDir` and its samples, and every name to slugs.yaml.
 * Safe to repeat: a second run changes nothing.
 * @param removed ids that left the record for good, with their files
 * @throws ContentError where a file cannot be read or an id of `removed` still has one; nothing is written then.
 */
export async function assignIds(contentDir: string, removed: readonly string[] = []): Promise<AssignedIds> {
  const root = resolve(contentDir);
  const { files, problems: unread } = readContent(root, true);
  const problems = unread.filter(({ file }) => /^(?:samples\/)?(?:products|producers)\//.test(file));
  const before = (['', 'samples/'] as const).map((prefix) => readSlugHistory(root, prefix, problems));
  const result: AssignedIds = { given: [], renamed: [], removed: [] };
  const after = before.map(({ file, removed: gone }): SlugHistory => ({
    ...{ file, products: new Map(), producers: new Map() },
    removed: new Map(gone),
  }));

  const owners = { products: ownersOf(before, 'products'), producers: ownersOf(before, 'producers') };
  const writes: { file: string; id: string }[] = [];
  for (const raw of files) {
    const kind = raw.kind;
    if (kind !== 'products' && kind !== 'producers') continue;
    const history = after[raw.sample ? 1 : 0];
    const written = idOf(raw);
    if (written !== undefined && !isId(kind, written)) {
      const message = `"${String(written)}" is no id of a ${KINDS[kind]}; take the line out and run \`npm run ids\` again`;
      problems.push({ file: raw.file, field: 'id', message });
      continue;
    }
    const malformed = slugProblem(raw.name);
    if (malformed !== null) problems.push({ file: raw.file, field: '', message: malformed });
    const lost = owners[kind].get(raw.name)?.find((one) => before.some((h) => h[kind].get(one)?.[0] === raw.name));
    const id = written ?? lost ?? draw(KINDS[kind]);
    if (written === undefined) writes.push({ file: raw.file, id });
    const slugs = before.flatMap((one) => one[kind].get(id) ?? []);
    // Of two files with one id the loader tells; the first keeps its name here.
    if (history === undefined || after.some((one) => one[kind].has(id))) continue;
    history[kind].set(id, [raw.name, ...slugs.filter((slug) => slug !== raw.name)]);
    const from = slugs[0];
    if (from !== undefined && from !== raw.name) result.renamed.push({ id, from, to: raw.name });
    const owner = owners[kind].get(raw.name)?.find((one) => one !== id);
    if (owner !== undefined) {
      const message = `"${raw.name}" was the name of ${owner}, and old links and stamps lead there; choose another name`;
      problems.push({ file: raw.file, field: '', message });
    }
  }
  carryOverMissing(before, after, removed, result, problems);
  if (problems.length > 0) throw new ContentError(problems, root);

  for (const { file, id } of writes) await addId(join(root, file), id);
  result.given = writes;
  for (const [i, history] of after.entries()) {
    const text = slugHistoryText(history);
    const isNew = (before[i] && slugHistoryText(before[i])) !== text;
    if (isNew) await writeFile(join(root, history.file), text);
  }
  return result;
}

/** Ids whose file is gone stay listed for the loader to name, but for those told to be removed. */
function carryOverMissing(
  before: readonly SlugHistory[],
  after: readonly SlugHistory[],
  removed: readonly string[],
  result: AssignedIds,
  problems: ContentProblem[],
): void {
  const unknown = new Set(removed);
  for (const [i, history] of before.entries()) {
    for (const kind of ['products', 'producers'] as const) {
      for (const [id, slugs] of history[kind]) {
        if (after.some((one) => one[kind].has(id))) continue;
        if (unknown.delete(id)) {
          after[i]?.removed.set(id, slugs);
          result.removed.push(id);
        } else after[i]?.[kind].set(id, slugs);
      }
    }
  }
  for (const id of unknown) {
    const message = `${id} still has a file, or was never listed; remove the file first, and check the id`;
    problems.push({ file: 'slugs.yaml', field: '', message });
  }
}

function idOf({ data }: RawFile): unknown {
  return typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
}

function isId(kind: Kind, id: unknown): id is string {
  return typeof id === 'string' && isStableId(KINDS[kind], id);
}

/** Every id that has or had a slug. */
function ownersOf(histories: readonly SlugHistory[], kind: Kind): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { removed, ...history } of histories) {
    const gone = [...removed].filter(([id]) => isStableId(KINDS[kind], id));
    for (const [id, slugs] of [...history[kind], ...gone]) {
      for (const slug of slugs) owners.set(slug, [...(owners.get(slug) ?? []), id]);
    }
  }
  return owners;
}

function draw(kind: StableIdKind): string {
  return stableId(kind, BigInt(`0x${randomBytes(STABLE_ID_BITS / 8).toString('hex')}`));
}

/** Puts the line above the first field and below the comments at the head; the rest stays as it is. */
async function addId(path: string, id: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const head = /^(?:(?:#.*|[ \t]*)\r?\n)*/.exec(text)?.[0] ?? '';
  await writeFile(path, `${head}id: ${id}\n${text.slice(head.length)}`);
}
