import type { order as vi } from '../vi/order.ts';

export const order: typeof vi = {};
