/** FNV-1a over what makes a life its own, so that adding a kind does not change the others. */
export function seedOf(seed: number, kind: string, index: number): number {
  let mixed = 0x811c9dc5;
  for (const char of `${seed}/${kind}/${index}`) {
    mixed = Math.imul(mixed ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return mixed >>> 0;
}
