export const stamp = {};
