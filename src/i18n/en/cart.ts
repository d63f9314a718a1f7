import type { cart as vi } from '../vi/cart.ts';

export const cart: typeof vi = {};
