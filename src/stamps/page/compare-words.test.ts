import { describe, expect, it } from 'vitest';
import { dictionary, languages } from '../../i18n/index.ts';

/** Every sentence of a part of the dictionary, without those that take a value. */
function sentences(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return part !== null && typeof part === 'object' ? Object.values(part).flatMap(sentences) : [];
}

describe('what a stamp page asks to compare the item with', () => {
  it('is never a picture: most products have a drawing of their kind alone', () => {
    for (const lang of languages) {
      for (const sentence of sentences(dictionary(lang).stamp)) {
        expect(sentence).not.toMatch(
          /(so|giống|với|khớp)[^.]{0,25} hình\b|(compare|match)[^.]*\b(picture|photo|image)/i,
        );
      }
    }
  });
});
