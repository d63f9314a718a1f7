import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

/** What Medusa's own menu says of our screens; it takes words from here and nothing else. */
export default {
  vi: { traceability: { menu: vi.menu } },
  en: { traceability: { menu: en.menu } },
};
