import { productSets } from '@ocop/rules/taxonomy';
import { describe, expect, it } from 'vitest';
import { drawingOf, motifOfSet, motifs, spriteSheet } from './drawing.ts';
import { motifOfProduct } from './kinds.ts';

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

  it.each([
    [8, 'Yến sào Huân Hòa', 'nest'],
    [8, 'Giò trứng Phương Bến', 'hamRoll'],
    [8, 'Ruốc tôm Vân Đồn', 'shrimpJar'],
    [8, 'Ruốc hàu Vân Đồn', 'flossJar'],
    [8, 'Thịt sào mắm ruốc PTK', 'jar'],
    [15, 'Rượu mơ Yên Tử', 'liquor'],
    [15, 'Rượu sim Qúy Chuẩn', 'infusion'],
    [7, 'MACCA BECHAMP', 'nuts'],
    [1, 'Nấm kim châm', 'enoki'],
    [1, 'Nấm đùi gà', 'kingOyster'],
    [12, 'Trà túi lọc củ Sen', 'teaBags'],
    [18, 'Nước Đông trùng hạ thảo Sumchoice', 'vials'],
    [21, 'Vại muối dưa của mẹ', 'crock'],
    [21, 'Bình gốm họa tích bách điểu triều phụng', 'plainPot'],
    [22, 'Lụa tơ tằm Nha Xá', 'silk'],
  ] as const)('draws set %i "%s" as what it is', (set, name, motif) => {
    expect(motifOfProduct(set, name)).toBe(motif);
  });

  it('draws a plain parcel where no drawing shows the thing, never another thing of its set', () => {
    const unheardOf = productSets.map((set) => motifOfProduct(set.no, 'Qwxyz'));
    const parcels = unheardOf.filter((motif) => motif.startsWith('parcel'));
    // Spirits, liquors, water and tourism: any of their goods is what the drawing shows.
    expect(parcels).toHaveLength(26 - 4);
    expect(motifOfProduct(8, 'Sữa chua nếp cẩm')).toBe('parcelFood');
    expect(motifOfProduct(4, 'Phấn hoa')).toBe('parcelFood');
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
