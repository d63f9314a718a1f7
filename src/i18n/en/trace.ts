import type { trace as vi } from '../vi/trace.ts';

export const trace: typeof vi = {
  unknownLot: 'No lot has this code. Compare it with the lot printed on the pack.',
  away: 'The history of the lot cannot be looked up now. Try again in a few minutes.',
};
