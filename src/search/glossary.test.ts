import { describe, expect, it } from 'vitest';
import { otherWords, searchSynonyms } from './glossary.ts';

describe('otherWords', () => {
  it('gives English and regional words for a Vietnamese name', () => {
    expect(otherWords('Lụa tơ tằm Nha Xá').en).toContain('silk');
    expect(otherWords('Thịt lợn hương').vi).toContain('thịt heo');
  });

  it('minds the marks: paddy is not silk, a statue is no sauce', () => {
    expect(otherWords('Rượu trắng Hương Lúa').en).not.toContain('silk');
    expect(otherWords('Tượng con Voi').en).not.toContain('soy sauce');
  });

  it('takes old and new tone places for the same word', () => {
    expect(otherWords('Tranh hoà bình, hoa cúc').en).toContain('chrysanthemum');
    expect(otherWords('Ruốc hàu').en).toEqual(otherWords('ruốc hàu'.normalize('NFD')).en);
  });

  it('does not find words inside phrases that mean something else', () => {
    expect(otherWords('Nấm đùi gà').en).toEqual(['king oyster mushroom']);
  });
});

describe('searchSynonyms', () => {
  const synonyms = searchSynonyms();

  it('says the same in both directions', () => {
    for (const [word, others] of Object.entries(synonyms)) {
      for (const other of others) expect(synonyms[other], `${other} → ${word}`).toContain(word);
    }
  });

  it('leaves out single Vietnamese syllables', () => {
    expect(synonyms.silk ?? []).not.toContain('lụa');
    expect(synonyms['fish sauce']).toContain('nước mắm');
  });
});
