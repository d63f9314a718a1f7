import { en } from './en.ts';
import { vi } from './vi.ts';

/**
 * What Medusa's own menu says of our screens. Medusa takes every file named index in this folder, however
 * deep, for words of this shape: ours lie in files of other names.
 */
export default {
  vi: { traceability: { menu: vi.menu } },
  en: { traceability: { menu: en.menu } },
};
