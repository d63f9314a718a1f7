/** What Markdown of the record may hold: text, and links that only lead somewhere. */
import { markdownToMdast, type MdastNode } from 'satteri';
import type { z } from 'zod';

/** Schemes of links and images; an address without a scheme stays on the site, which is https too. */
const safeSchemes: ReadonlySet<string> = new Set(['https:', 'mailto:', 'tel:']);

/**
 * Whether an address may stand in a link or an image. It is read as browsers read it (WHATWG URL), so
 * that neither case nor a line break inside `javascript:` hides a scheme.
 */
export function isSafeAddress(address: string): boolean {
  const base = 'https://relative.invalid/';
  return URL.canParse(address, base) && safeSchemes.has(new URL(address, base).protocol);
}

/** How Markdown of the record is read everywhere: front matter is no part of a text. */
export const markdownFeatures = { frontmatter: false } as const;

/**
 * What is wrong with a Markdown text, as a hint that says what to write; null for a good one. HTML is
 * refused rather than cleaned: whoever writes `<b>` or a script should hear of it.
 */
export function markdownProblem(markdown: string): string | null {
  // Neither HTML nor a link of one's own making goes without one of these.
  if (!/[<[]/.test(markdown)) return null;
  return problemBelow(markdownToMdast(markdown, { features: markdownFeatures }));
}

function problemBelow(node: MdastNode): string | null {
  if (node.type === 'html') {
    return `write the text without HTML ("${excerpt(node.value)}"); a "<" that is meant is written \\<`;
  }
  if (
    (node.type === 'link' || node.type === 'image' || node.type === 'definition') &&
    !isSafeAddress(node.url)
  ) {
    return `write an address of this site or one starting with https://, mailto: or tel: in place of "${excerpt(node.url)}"`;
  }
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const problem = problemBelow(child);
    if (problem !== null) return problem;
  }
  return null;
}

function excerpt(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** Adds to a text in two languages what is wrong with its Markdown. */
export function checkMarkdown(text: { vi: string; en: string }, context: z.RefinementCtx): void {
  for (const lang of ['vi', 'en'] as const) {
    const message = markdownProblem(text[lang]);
    if (message !== null) context.addIssue({ code: 'custom', path: [lang], message });
  }
}
