/**
 * Characters no page may hold: byte 0, and U+FFFD, which stands for bytes that are no text. Whoever sends
 * them, or half a letter ('%E0%A4'), would get them back from a page that shows what was typed.
 */
const unreadable = /[\0\uFFFD]/gu;

/** Whether a text holds characters that no page may hold. */
export function isUnreadable(text: string): boolean {
  return text.search(unreadable) >= 0;
}

/** The text without them. */
export function readableText(text: string): string {
  return text.replace(unreadable, '');
}

/** The beginning of a text, at most so many UTF-16 units long, never ending in half a character. */
export function clipText(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML that shows it and does nothing else, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
