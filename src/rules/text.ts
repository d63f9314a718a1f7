/** The beginning of a text, at most so many UTF-16 units long, never ending in half a character. */
export function clipText(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
