import { describe, expect, it } from 'vitest';
import type { Source } from '../../record/types.ts';
import { isProven } from './proven.ts';

const source = (grade: Source['grade']): Source => ({
  url: 'https://example.vn',
  title: null,
  grade,
  seenOn: null,
});

describe('isProven', () => {
  it('needs a recognition, its full date and a source of A or B1', () => {
    const good = { type: 'recognition' as const, signedOn: '2026-08-05', sources: [source('A')] };
    expect(isProven(good)).toBe(true);
    expect(isProven({ ...good, sources: [source('B1')] })).toBe(true);
    expect(isProven({ ...good, signedOn: null })).toBe(false);
    expect(isProven({ ...good, sources: [source('C'), source('B2')] })).toBe(false);
    expect(isProven({ ...good, type: 'entry-list' })).toBe(false);
  });
});
