import { families, groups, productSets } from '@ocop/rules/taxonomy';
import type { FactReader } from './facts.ts';
import { phraseBook } from './phrases.ts';

/** Groups and sets of the law that were named; several where the name covers several. */
export type GroupFacts =
  { kind: 'group'; slugs: readonly string[] } | { kind: 'set'; slugs: readonly string[] };

const groupLead = phraseBook<true>([
  [true, ['nhóm', 'nhóm hàng', 'nhóm sản phẩm', 'ngành', 'ngành hàng', 'nhóm ngành', 'group', 'category']],
]);
const setLead = phraseBook<true>([
  [true, ['bộ', 'bộ sản phẩm', 'bộ số', 'bộ sản phẩm số', 'set', 'product set']],
]);
const setLeadInFull = phraseBook<true>([[true, ['bộ sản phẩm', 'product set']]]);

const groupNames = phraseBook<GroupFacts>(
  groups.map((group) => [
    { kind: 'group', slugs: [group.slug] },
    spellings([group.name.vi, group.name.en, group.shortName.vi, group.shortName.en]),
  ]),
);
const romans = phraseBook<GroupFacts>(
  groups.map((group) => [{ kind: 'group', slugs: [group.slug] }, [group.code.toLowerCase()]]),
);

/** Every name and part of a name between commas, with the sets it belongs to: families cover theirs. */
const setNames = phraseBook<GroupFacts>(
  [...namedSets()].map(([name, slugs]) => [{ kind: 'set', slugs }, [name]]),
);

function namedSets(): Map<string, string[]> {
  const named = new Map<string, string[]>();
  const add = (names: readonly string[], slugs: readonly string[]) => {
    for (const name of spellings(names))
      named.set(name, [...new Set([...(named.get(name) ?? []), ...slugs])]);
  };
  for (const family of families) {
    const slugs = productSets.filter((set) => set.family === family.key).map((set) => set.slug);
    add([family.name.vi, family.name.en], slugs);
  }
  for (const { name, slug } of productSets) {
    add([name.vi, name.en, ...name.vi.split(/[,(;]/), ...name.en.split(/[,(;]/)], [slug]);
  }
  return named;
}

/** As written in lower case, without signs and without the law's 'sản phẩm' before it. */
function spellings(names: readonly string[]): string[] {
  const tidy = names.map((name) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
      .trim(),
  );
  return [
    ...new Set(tidy.flatMap((name) => [name, name.replace(/^sản phẩm (?:hàng )?| (?:khác|products)$/g, '')])),
  ].filter(Boolean);
}

/**
 * Reads a group or a set called by its kind: 'nhóm đồ uống', 'nhóm II', 'bộ 9', 'bộ sản phẩm chè'. A bare
 * 'bộ' also means a set of things ('bộ ấm trà'), so it needs a number or a name of two words.
 */
export const readKind: FactReader = (tokens, at) => {
  const group = groupLead(tokens, at);
  if (group) {
    const next = at + group.length;
    const number = tokens[next]?.number ?? 0;
    const byNumber = groups[number - 1];
    if (byNumber) return { meaning: { kind: 'group', slugs: [byNumber.slug] }, length: group.length + 1 };
    const named = groupNames(tokens, next) ?? romans(tokens, next) ?? setNames(tokens, next);
    if (named) return { meaning: named.meaning, length: group.length + named.length };
  }
  const set = setLead(tokens, at);
  if (!set) return null;
  const next = at + set.length;
  const byNumber = productSets.find(({ no }) => no === tokens[next]?.number);
  if (byNumber) return { meaning: { kind: 'set', slugs: [byNumber.slug] }, length: set.length + 1 };
  const named = setNames(tokens, next) ?? groupNames(tokens, next);
  if (!named || (named.length < 2 && !setLeadInFull(tokens, at))) return null;
  return { meaning: named.meaning, length: set.length + named.length };
};

/** Reads a whole name of a group, which counts where it is all that is asked for in words. */
export const readGroupName: FactReader = (tokens, at) => groupNames(tokens, at);
