import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { families, groupOf, groups, productSet, productSets } from './taxonomy.ts';

describe('the classification', () => {
  it('has 6 groups, 17 families and 26 sets, all of them used', () => {
    expect([groups.length, families.length, productSets.length]).toEqual([6, 17, 26]);
    expect(new Set(productSets.map(({ family }) => family)).size).toBe(17);
    expect(new Set(families.map(({ group }) => group)).size).toBe(6);
  });

  it('numbers the sets 1 to 26', () => {
    expect(productSets.map(({ no }) => no)).toEqual(Array.from({ length: 26 }, (_, n) => n + 1));
    for (const set of productSets) expect(productSet(set.no)).toBe(set);
  });

  it('has names in both languages and authorities everywhere', () => {
    for (const { name } of [...groups, ...families, ...productSets]) {
      expect(name.vi.trim()).toBe(name.vi);
      expect(name.vi).toMatch(/\S/);
      expect(name.en).toMatch(/\S/);
    }
    for (const { authority } of productSets) expect(authority).toMatch(/^Bộ /);
    for (const { shortName } of groups) expect(shortName.vi).not.toBe(shortName.vi.toUpperCase());
  });

  it('has slugs fit for addresses, one for each', () => {
    for (const list of [groups, productSets]) {
      const slugs = list.map(({ slug }) => slug);
      expect(new Set(slugs).size).toBe(list.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  it('finds the group of a set', () => {
    expect(groupOf(9).code).toBe('I');
    expect(groupOf(21).slug).toBe('thu-cong-my-nghe');
    expect(groupOf(26).code).toBe('VI');
  });

  it.each([0, 27, -1, 1.5, Number.NaN])('has no set %d', (no) => {
    expect(() => productSet(no)).toThrow(RangeError);
    expect(() => groupOf(no)).toThrow(RangeError);
  });
});

interface LawGroup {
  code: string;
  name: string;
  nhom: {
    code: string;
    name: string;
    bo_san_pham: { no: number; set_name: string; authority: string }[];
  }[];
}

describe('against the text of QĐ 26/2026/QĐ-TTg', () => {
  const file = new URL('../../../shared/data/ocop_taxonomy.json', import.meta.url);
  const missing = !existsSync(file);

  it.skipIf(missing)(missing ? 'skipped: no ../shared' : 'has every name as in the law', () => {
    const law = JSON.parse(readFileSync(file, 'utf8')) as { groups: LawGroup[] };
    const lawFamilies = law.groups.flatMap((group) =>
      group.nhom.map(({ code, name }) => [`${group.code}.${code}`, group.code, name]),
    );
    const lawSets = law.groups.flatMap((group) =>
      group.nhom.flatMap((nhom) =>
        nhom.bo_san_pham.map((set) => [
          set.no,
          set.set_name,
          `${group.code}.${nhom.code}`,
          group.code,
          set.authority,
        ]),
      ),
    );
    expect(groups.map(({ code, name }) => [code, name.vi])).toEqual(
      law.groups.map(({ code, name }) => [code, name]),
    );
    // 'Nhóm:' is the heading's label, not part of the name.
    expect(families.map(({ key, group, name }) => [key, group, `Nhóm: ${name.vi}`])).toEqual(lawFamilies);
    expect(
      productSets.map(({ no, name, family, group, authority }) => [no, name.vi, family, group, authority]),
    ).toEqual(lawSets);
  });
});
