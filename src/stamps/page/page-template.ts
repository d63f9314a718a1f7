/**
 * A rendered page with slots: the same for many stamps but for a few short texts, which are filled in
 * for each request. The HTML is encoded once: doing it for each request took a tenth of its time.
 */
export interface PageTemplate {
  /** UTF-8; what stands before the first slot, between two of them, and after the last. */
  html: readonly Buffer[];
  /** Names of the slots, one fewer than pieces of HTML. */
  slots: readonly string[];
}

// Unicode's private use area: no message of ours and no name in the record has these characters.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const slots = new RegExp(`${OPEN}([a-z0-9]+)${CLOSE}`, 'g');

/** Stands in a rendered page for the text `name` of the single stamp. */
export function slot(name: string): string {
  return OPEN + name + CLOSE;
}

/** Splits a rendered page at its slots. */
export function pageTemplate(html: string): PageTemplate {
  // Splitting at a pattern with one group gives text and group in turn.
  const pieces = html.split(slots);
  return {
    html: pieces.filter((_, n) => n % 2 === 0).map((piece) => Buffer.from(piece)),
    slots: pieces.filter((_, n) => n % 2 === 1),
  };
}

/** The page, UTF-8, with its slots filled; the texts are escaped. A slot without a text stays empty. */
export function fillTemplate(template: PageTemplate, texts: Readonly<Record<string, string>>): Buffer {
  const pieces = template.html.flatMap((html, n) => {
    const name = template.slots[n];
    return name === undefined ? [html] : [html, Buffer.from(escaped(textOf(texts, name)))];
  });
  return Buffer.concat(pieces);
}

/** A text with slots, filled without escaping: for what is no HTML. */
export function fillText(text: string, texts: Readonly<Record<string, string>>): string {
  return text.replace(slots, (_, name: string) => textOf(texts, name));
}

function textOf(texts: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(texts, name) ? (texts[name] ?? '') : '';
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
