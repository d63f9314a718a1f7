import { productSets } from '@ocop/rules/taxonomy';
import { describe, expect, it } from 'vitest';
import { drawingOf, motifOfProduct, motifOfSet, motifs, spriteSheet } from './drawing.ts';

describe('drawings', () => {
  it('has one for every product set, each its own', () => {
    const drawn = productSets.map((set) => motifOfSet(set.no));
    expect(new Set(drawn).size).toBe(26);
    expect(() => motifOfSet(27)).toThrow(RangeError);
  });

  it('stays within 2 kB each, so that a page can carry one inside', () => {
    for (const [name, markup] of Object.entries(motifs)) {
      expect(markup.length, name).toBeLessThanOrEqual(2048);
    }
  });

  it('knows a pearl from a pot', () => {
    expect(motifOfProduct(21, 'Ngọc trai Akoya')).toBe('pearl');
    expect(motifOfProduct(21, 'Bộ tượng Tam Đa')).toBe('figures');
    expect(motifOfProduct(21, 'Tượng con Voi')).toBe('elephant');
    expect(motifOfProduct(21, 'Bình gốm họa cảnh hoa sen')).toBe('pot');
    expect(motifOfProduct(9, 'Tương Bần')).toBe('sauce');
  });

  it('gives a product the same drawing every time', () => {
    const product = { slug: 'tuong-ban', set: 9, name: { vi: 'Tương Bần' } };
    expect(drawingOf(product)).toEqual(drawingOf({ ...product }));
  });

  it('is well-formed enough to be one file', () => {
    const sheet = spriteSheet();
    expect(sheet.match(/<symbol/g)?.length).toBe(sheet.match(/<\/symbol>/g)?.length);
    expect(sheet).not.toMatch(/undefined|NaN/);
  });
});
