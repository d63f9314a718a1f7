import { describe, expect, it } from 'vitest';
import { clipText } from './text.ts';

describe('clipText', () => {
  it('never ends in half a character', () => {
    expect(clipText('tem 🌾🌾', 5)).toBe('tem ');
    expect(clipText('tem 🌾🌾', 6)).toBe('tem 🌾');
    expect(clipText('tem', 40)).toBe('tem');
    for (let length = 0; length < 9; length += 1)
      expect(clipText('🌾🌾🌾🌾', length).isWellFormed()).toBe(true);
  });
});
