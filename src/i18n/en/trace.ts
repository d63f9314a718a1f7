import type { trace as vi } from '../vi/trace.ts';

export const trace: typeof vi = {
  unknownLot: 'No lot has this code. Compare it with the lot printed on the pack.',
  tooMany:
    'Too many questions about lots came from this network just now, so this one was not answered. Try again after the seconds given in Retry-After.',
  away: 'The history of the lot cannot be looked up now. Try again in a few minutes.',
};
