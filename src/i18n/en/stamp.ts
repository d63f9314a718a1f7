import type { stamp as vi } from '../vi/stamp.ts';

export const stamp: typeof vi = {};
