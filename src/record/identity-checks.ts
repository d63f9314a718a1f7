/**
 * The checks that keep ids and slugs true: each product and producer has an id of its own, and no
 * slug is lost or given to another, for old addresses, lots and printed stamps still name it.
 */
import { isStableId } from '@ocop/rules/stable-id';
import { slugify } from '@ocop/rules/vietnamese/vietnamese';
import type { ContentProblem } from './problems.ts';
import type { Filed, FiledParts } from './schema-fields.ts';
import type { SlugHistory } from './slug-history.ts';

/** What the checks need of a product or producer. */
type Named = Filed<{ id: string; slug: string }>;

/** Every fault of ids and slugs; `histories` are those of the folders that were read. */
export function identityProblems(
  parts: Pick<FiledParts, 'products' | 'producers'>,
  histories: readonly SlugHistory[],
): ContentProblem[] {
  return [
    ...problemsOf('product', parts.products, histories),
    ...problemsOf('producer', parts.producers, histories),
  ];
}

/** Why a name cannot stand in an address, and what to write; null where it can. */
export function slugProblem(name: string): string | null {
  const wanted = slugify(name);
  if (name !== wanted) {
    return `"${name}" becomes part of an address; rename it to ${wanted || 'a slug of plain letters'}`;
  }
  const isId = isStableId('product', name) || isStableId('producer', name);
  return isId ? `"${name}" looks like an id; choose another name` : null;
}

function problemsOf(
  kind: 'product' | 'producer',
  things: readonly Named[],
  histories: readonly SlugHistory[],
): ContentProblem[] {
  const lists = kind === 'product' ? 'products' : 'producers';
  const problems: ContentProblem[] = [];
  const report = (file: string, field: string, message: string): void => {
    problems.push({ file, field, message });
  };
  const registered = new Map(histories.flatMap((history) => [...history[lists]]));
  const byId = new Map<string, Named>();
  const bySlug = new Map<string, Named>();
  for (const thing of things) {
    const { file, value } = thing;
    const { id, slug } = value;
    const before = byId.get(id);
    const namesake = bySlug.get(slug);
    if (before) {
      const message = `${id} is the id of ${before.file}; where this file is a copy, take the line out and run \`npm run ids\``;
      report(file, 'id', message);
      continue;
    }
    byId.set(id, thing);
    if (namesake) {
      report(file, '', `${namesake.file} already is the ${kind} ${slug}; rename or remove one of them`);
      continue;
    }
    bySlug.set(slug, thing);
    const present = registered.get(id)?.[0];
    const malformed = slugProblem(slug);
    if (malformed !== null) report(file, '', malformed);
    else if (present === undefined) report(file, 'id', `${id} is not in slugs.yaml yet; run \`npm run ids\``);
    else if (present !== slug) {
      const message = `was called "${present}" and is "${slug}" now; run \`npm run ids\`, which makes the old name lead to the new one`;
      report(file, '', message);
    }
  }

  const takenBy = new Map<string, string>();
  for (const { file, removed, ...history } of histories) {
    const gone = [...removed].filter(([id]) => isStableId(kind, id));
    for (const [id, slugs] of [...history[lists], ...gone]) {
      for (const slug of slugs) {
        const holder = bySlug.get(slug);
        const other = takenBy.get(slug) ?? id;
        takenBy.set(slug, other);
        if (holder && holder.value.id !== id) {
          const message = `"${slug}" was the name of ${id}, and old links and stamps lead there; choose another name`;
          report(holder.file, '', message);
        } else if (other !== id) {
          report(file, `${lists}.${id}`, `"${slug}" already belongs to ${other}; take it out of one of them`);
        }
      }
    }
    for (const [id, slugs] of history[lists]) {
      if (byId.has(id)) continue;
      const message = `no file has this id any more; put "${slugs[0]}" back with its line "id: ${id}", or, where it left the record for good, run \`npm run ids -- --removed ${id}\``;
      report(file, `${lists}.${id}`, message);
    }
  }
  return problems;
}
