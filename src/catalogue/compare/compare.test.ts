import { describe, expect, it } from 'vitest';
import { askedComparison, formatWeight } from './compare.ts';

const asked = (query: string) => askedComparison(new URLSearchParams(query));

describe('askedComparison', () => {
  it('takes each product once, in order, and says when there are too many', () => {
    expect(asked('sp=a&sp=b')).toEqual({ names: ['a', 'b'], tooMany: false });
    expect(asked('sp=a&sp=a&sp=%20b%20')).toEqual({ names: ['a', 'b'], tooMany: false });
    expect(asked('sp=a,b,c&sp=d')).toEqual({ names: ['a', 'b', 'c'], tooMany: true });
  });

  it('passes over what is no name', () => {
    expect(asked('sp=&sp=,,&x=1')).toEqual({ names: [], tooMany: false });
    expect(asked(`sp=${'a'.repeat(10_000)}&sp=b`).names).toEqual(['b']);
  });
});

describe('formatWeight', () => {
  it('writes grams and kilograms as each language does', () => {
    expect(formatWeight(320, 'vi')).toBe('320 g');
    expect(formatWeight(4100, 'vi')).toBe('4,1 kg');
    expect(formatWeight(4100, 'en')).toBe('4.1 kg');
  });
});
