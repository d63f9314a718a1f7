import type { search as vi } from '../vi/search.ts';

export const search: typeof vi = {};
